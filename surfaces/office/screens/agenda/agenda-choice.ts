import type { QuestionOutput } from '../../client/contract.ts';

export type ProposedFile = QuestionOutput<'commissions.agenda-proposal'>['files'][number];

/** What an agenda is to be: every file that could be on it, in order, and those that are not. */
export type Choice = { readonly order: readonly string[]; readonly out: ReadonlySet<string> };

/** As proposed: as many as a sitting takes, the rest stays behind. */
export function asProposed(files: readonly string[], capacity: number): Choice {
  return { order: files, out: new Set(files.slice(capacity)) };
}

/** The files of the agenda, in order. */
export function chosenOf({ order, out }: Choice): readonly string[] {
  return order.filter((file) => !out.has(file));
}

/** Leaves a file out, or takes it in again where it stands. */
export function turned({ order, out }: Choice, file: string): Choice {
  const now = new Set(out);
  if (!now.delete(file)) now.add(file);
  return { order, out: now };
}

/** Takes in all that is shown, as far as there is room; when all are in already, leaves them all out. */
export function turnedAll(choice: Choice, shown: readonly string[], capacity: number): Choice {
  const out = new Set(choice.out);
  if (shown.every((file) => !out.has(file))) return { ...choice, out: new Set([...out, ...shown]) };
  let room = capacity - chosenOf(choice).length;
  for (const file of shown) if (room > 0 && out.delete(file)) room -= 1;
  return { ...choice, out };
}

/** Moves a file past its neighbour in the list that is shown. */
export function moved(choice: Choice, { file, step, shown }: { file: string; step: 1 | -1; shown: readonly string[] }): Choice {
  const neighbour = shown[shown.indexOf(file) + step];
  if (neighbour === undefined) return choice;
  const without = choice.order.filter((one) => one !== file);
  const at = without.indexOf(neighbour) + (step === 1 ? 1 : 0);
  return { ...choice, order: [...without.slice(0, at), file, ...without.slice(at)] };
}

/** Puts a file that was not proposed at the end of those that are on the agenda. */
export function added({ order, out }: Choice, file: string): Choice {
  const now = new Set(out);
  now.delete(file);
  if (order.includes(file)) return { order, out: now };
  const last = order.findLastIndex((one) => !now.has(one));
  return { order: [...order.slice(0, last + 1), file, ...order.slice(last + 1)], out: now };
}

export type Filter = {
  readonly text: string;
  readonly proposal: string;
  readonly why: string;
  readonly days: string;
  readonly isConcordant: boolean;
};

export const everything: Filter = { text: '', proposal: '', why: '', days: '', isConcordant: false };

/** Whether a file is shown: by a part of its name or number, what the score proposes, why it stands here, and since when it waits. */
export function isShown({ number, names, proposal, why, days, isConcordant }: ProposedFile, filter: Filter): boolean {
  const said = [number, names.fr?.given, names.fr?.family, names.ar?.given, names.ar?.family].join(' ').toLowerCase();
  return (
    filter.text
      .toLowerCase()
      .split(/\s+/)
      .every((part) => said.includes(part)) &&
    (filter.proposal === '' || proposal === filter.proposal) &&
    (filter.why === '' || why === filter.why) &&
    (filter.days === '' || days >= Number(filter.days)) &&
    (!filter.isConcordant || isConcordant)
  );
}
