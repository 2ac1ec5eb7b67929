import { type Law, lawAt } from '#law';
import { casablancaDate, daysBetween, type PlainDate, Temporal, toIsoDate } from '#platform/dates';
import type { State } from './lifecycle.ts';
import type { NeededKind } from './needed-papers.ts';
import { neededKinds } from './needed-papers.ts';

export type Standing = 'on-time' | 'warning' | 'late';

type Clock = keyof Law['deadlines'] & State;

/** How long a file has stood where it is, against the days the law of then allows there; nothing is late where no days are set. */
export function waitingOf(state: State, since: string, today: PlainDate): { readonly days: number; readonly standing: Standing } {
  const from = casablancaDate(Temporal.Instant.from(since));
  const days = Math.max(0, daysBetween(from, today));
  const allowed = allowedIn(state, toIsoDate(from));
  if (!allowed || days <= allowed.warning) return { days, standing: 'on-time' };
  return { days, standing: days > allowed.late ? 'late' : 'warning' };
}

/** A file that came to a state before this day is late there today. */
export function lateSince(state: State, today: PlainDate): PlainDate | undefined {
  const allowed = allowedIn(state, toIsoDate(today));
  return allowed && today.subtract({ days: allowed.late });
}

function allowedIn(state: State, on: string) {
  const { deadlines } = lawAt(on);
  return Object.hasOwn(deadlines, state) ? deadlines[state as Clock].value : undefined;
}

/** Why a file is where it is, by the last step it took: `office.work.reason.<why>`. */
export type Why = { readonly why: string; readonly papers: readonly NeededKind[]; readonly note?: string };

export function whyHere({ deed, actor, reason }: { deed: string; actor: string; reason: string | null }): Why {
  if (deed === 'submit') return { why: `filed-by-${filerOf(actor)}`, papers: [] };
  if (deed !== 'ask-for-papers') return { why: deed, papers: [], ...(reason ? { note: reason } : {}) };
  const asked = new Set((reason ?? '').split(','));
  return { why: deed, papers: neededKinds.filter((kind) => asked.has(kind)) };
}

function filerOf(actor: string): 'family' | 'counter' | 'batch' {
  if (actor.startsWith('citizen:')) return 'family';
  return actor.startsWith('agent:') ? 'counter' : 'batch';
}
