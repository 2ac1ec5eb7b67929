import type { QuestionInput, QuestionOutput } from '../../client/contract.ts';
import type { TagLook } from '../../components/tag.tsx';

/** A sitting as the calendar lists it. */
export type ListedSitting = QuestionOutput<'commissions.sittings-calendar'>['sittings'][number];
export type SittingState = ListedSitting['state'];
type Told = QuestionOutput<'commissions.sitting-in-full'>;
/** A sitting with its members and files. */
export type Room = { readonly [Part in keyof Told]-?: NonNullable<Told[Part]> };

/** Whether anything was told: of a sitting elsewhere nothing is. */
export function isTold(told: Told): told is Room {
  return told.sitting !== undefined;
}

export const calendarParts = ['to-hold', 'to-sign', 'released'] as const;
export type CalendarPart = (typeof calendarParts)[number];

const statesOf: Readonly<Record<CalendarPart, readonly SittingState[]>> = {
  'to-hold': ['convened', 'agenda_frozen', 'open'],
  'to-sign': ['sealed'],
  released: ['validated'],
};

/** Asked in one way, so that what was kept of it is found again without a network. */
export function calendarInput(part: CalendarPart): QuestionInput<'commissions.sittings-calendar'> {
  return { states: [...statesOf[part]] };
}

export const stateLooks: Readonly<Record<SittingState, TagLook>> = {
  convened: 'todo',
  agenda_frozen: 'waiting',
  open: 'warning',
  sealed: 'todo',
  validated: 'open',
};
