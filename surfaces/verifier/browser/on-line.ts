import type { Subject } from './ask.ts';
import type { Shelf } from './shelf.ts';

/** An answer that was given without a network, to be asked of the register once there is one. */
export type Waiting = { readonly number: string; readonly told: string; readonly subject: Subject };

const WAITING = 'waiting';
const MOST_WAITING = 200;
const PATIENCE_MS = 8_000;

/** What the register says of some, in their order; undefined without a line, or where the agreement does not allow it. */
export async function askOnLine(subjects: readonly Subject[], key: string): Promise<readonly string[] | undefined> {
  try {
    const answer = await fetch('/gateway/v1/rights', {
      method: 'POST',
      headers: { authorization: `Bearer ${key}`, 'content-type': 'application/json' },
      body: JSON.stringify({ subjects: subjects.map((subject, at) => ({ ref: String(at), ...subject })) }),
      signal: AbortSignal.timeout(PATIENCE_MS),
      redirect: 'error',
    });
    if (!answer.ok) return undefined;
    const { answers } = (await answer.json()) as { answers: readonly Told[] };
    return answers.map(stateOf);
  } catch {
    return undefined;
  }
}

type Told = { readonly state: string; readonly emergencies_until?: string; readonly card_revoked_at?: string };

/** In the words of the snapshot. */
function stateOf({ state, emergencies_until, card_revoked_at }: Told): string {
  if (card_revoked_at !== undefined) return 'revoked';
  return emergencies_until === undefined ? state : 'unpaid-emergencies';
}

export async function waitingOn(shelf: Shelf): Promise<readonly Waiting[]> {
  return (await shelf.get<readonly Waiting[]>(WAITING)) ?? [];
}

/** The oldest give way: what was told two hundred patients ago nobody waits for. */
export async function keepWaiting(shelf: Shelf, waiting: Waiting): Promise<void> {
  const before = (await waitingOn(shelf)).filter((one) => questionOf(one) !== questionOf(waiting));
  await shelf.set(WAITING, [...before, waiting].slice(-MOST_WAITING));
}

/** A family's number and its card's code bear the same number, and are two questions. */
function questionOf({ subject, told }: Waiting): string {
  return JSON.stringify([subject, told]);
}

export type Settled = { readonly confirmed: number; readonly differing: readonly (Waiting & { readonly state: string })[] };

/** Asks everything that waits; undefined while there is no line, and everything waits on. */
export async function settle(shelf: Shelf, key: string): Promise<Settled | undefined> {
  const waiting = await waitingOn(shelf);
  if (waiting.length === 0) return undefined;
  const states = await askOnLine(
    waiting.map(({ subject }) => subject),
    key,
  );
  if (!states) return undefined;
  const asked = new Set(waiting.map(questionOf));
  await shelf.set(
    WAITING,
    (await waitingOn(shelf)).filter((one) => !asked.has(questionOf(one))),
  );
  const differing = waiting.flatMap((one, at) => (states[at] === one.told ? [] : [{ ...one, state: states[at] ?? 'unknown' }]));
  return { confirmed: waiting.length - differing.length, differing };
}
