import {
  conveneSitting,
  decideAppeal,
  examineAppeal,
  fileAppeal,
  freezeAppeals,
  membersOfCommission,
  openSitting,
  sealSitting,
} from '#modules/commissions';
import { today } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, scopeOf } from '#platform/permissions';
import { fileOf, ownHand } from './road.ts';
import type { TestHouse } from './test-house.ts';

/** The province whose provincial commission the cast sits on. */
export const PROVINCE = '05.081';

export const grievance = { criteria: ['patrimony' as const], words: 'The tractor is not ours.', language: 'fr' as const };

/** A family that has shown a right to its file, let into the commune of that file alone. */
async function familyOf(test: TestHouse, application: string): Promise<Actor> {
  const { territory } = await fileOf(test, application);
  return { id: `citizen:${application}`, permissions: new Set(['commissions:appeal']), scopes: [scopeOf(territory)] };
}

/** A family contests the decision on its file. Gives the appeal. */
export async function contest(test: TestHouse, application: string): Promise<string> {
  const input = { application, ...grievance };
  return expectDone(await test.do(await familyOf(test, application), fileAppeal, input), 'file-appeal').appeal;
}

/** Contested, and admitted to the provincial commission. */
export async function contestAdmitted(test: TestHouse, application: string): Promise<string> {
  const appeal = await contest(test, application);
  const input = { appeal, passage: 'admit', reason: 'Recours complet.' } as const;
  expectDone(await test.do(await test.as('samira.appeals'), examineAppeal, input), 'examine-appeal');
  return appeal;
}

/** A sitting of the provincial commission called for today. */
export async function callHearing(test: TestHouse): Promise<string> {
  const heldOn = today(test.house.clock).toString();
  const input = { territory: PROVINCE, heldOn, kind: 'cpp' as const };
  return expectDone(await test.do(await test.as('samira.appeals'), conveneSitting, input), 'convene-sitting').sitting;
}

/** Everyone who rules on the provincial commission. */
export async function hearingMembers(test: TestHouse): Promise<string[]> {
  const asked = { kind: 'cpp' as const, territory: PROVINCE };
  const { members } = expectDone(await test.ask(ownHand, membersOfCommission, asked), 'members-of-commission');
  return members.filter((member) => member.seat !== 'secretary').map((member) => member.id);
}

/** A sitting that has these appeals before it and is open with all its members. */
export async function openHearing(test: TestHouse, appeals: readonly string[]): Promise<string> {
  const secretary = await test.as('samira.appeals');
  const sitting = await callHearing(test);
  expectDone(await test.do(secretary, freezeAppeals, { sitting, appeals: [...appeals] }), 'freeze-appeals');
  const present = await hearingMembers(test);
  expectDone(await test.do(secretary, openSitting, { sitting, present }), 'open-sitting');
  return sitting;
}

type Ruling = Parameters<typeof rulingOf>[2];

export function rulingOf(
  sitting: string,
  appeal: string,
  ruled: {
    readonly outcome: 'upheld' | 'reformed' | 'sent_back' | 'adjourned';
    readonly category?: 'poor' | 'vulnerable';
    readonly asks?: string;
  },
) {
  const finding = ruled.outcome === 'upheld' ? ('not-shown' as const) : ('shown-by-paper' as const);
  return {
    ...{ id: newId(), sitting, appeal, ...ruled },
    findings: [{ criterion: 'patrimony' as const, finding }],
    words: 'The deed of sale of March shows it.',
    ruledAt: '2026-11-28T10:00:00Z',
  };
}

/** The commission rules on one appeal in a sitting of its own, and seals it. */
export async function hear(test: TestHouse, appeal: string, ruled: Ruling): Promise<string> {
  const secretary = await test.as('samira.appeals');
  const sitting = await openHearing(test, [appeal]);
  expectDone(await test.do(secretary, decideAppeal, rulingOf(sitting, appeal, ruled)), 'decide-appeal');
  expectDone(await test.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  return sitting;
}
