import { useMemo, useState } from 'react';
import { form } from '#modules/applications';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech } from '../../client/words.tsx';
import type { EntryDesk } from '../entry/use-entry.ts';
import type { Filing } from '../entry/use-filing.ts';
import { type AnswerDifference, differencesBetween } from './differences.ts';

/** What the server knows of the request of this dossier. Words: `office.review.server.<state>`. */
export type ServerSide = 'asking' | 'unreachable' | 'not-there' | 'same' | 'different' | 'moved-on';

export type Review = ReturnType<typeof useReview>;

/** What stands in the way of filing: the parts not compared yet, or answers of the server that nobody decided about. */
export type ReviewProblem = { readonly unseen: readonly form.Group[]; readonly undecided: number };

/** A review under way: which parts were compared, and what the server says otherwise. Nothing is filed over an answer that nobody decided about. */
export function useReview(desk: EntryDesk, filing: Filing) {
  const { language } = useSpeech();
  const seen = desk.draft.seen ?? [];
  const { server, file } = useServerSide(desk.draft.origin?.number);
  const [keptHere, setKeptHere] = useState<ReadonlySet<string>>(new Set());
  const [problem, setProblem] = useState<ReviewProblem>();
  const all = useMemo(
    () => (file === undefined ? [] : differencesBetween(language, desk.entry, file.declaration)),
    [language, desk.entry, file],
  );
  const differences = all.filter((one) => !keptHere.has(nameOf(one)));
  return {
    seen,
    differences,
    problem,
    server: server === 'same' && all.length > 0 ? 'different' : server,
    file,
    toggle: (group: form.Group) => desk.setSeen(seen.includes(group) ? seen.filter((one) => one !== group) : [...seen, group]),
    keepHere: (one: AnswerDifference) => setKeptHere((kept) => new Set(kept).add(nameOf(one))),
    takeThere(one: AnswerDifference) {
      const keys = new Set([...Object.keys(one.typedThere), one.field.key]);
      for (const key of keys) desk.type(one.step.name, key, one.typedThere[key] ?? '');
    },
    async fileNow() {
      const unseen = form.groups.filter((group) => !seen.includes(group));
      const isOpen = unseen.length > 0 || differences.length > 0;
      setProblem(isOpen ? { unseen, undecided: differences.length } : undefined);
      if (!isOpen) await filing.file();
    },
  };
}

/** The request as the server has it: by its number, in the jurisdiction. */
function useServerSide(number: string | undefined) {
  const found = useAnswer('applications.find-files', number === undefined ? undefined : { text: number });
  const brief = found.state === 'ready' ? found.data.files.find((one) => one.number === number) : undefined;
  const read = useAnswer('applications.one-file', brief === undefined ? undefined : { application: brief.id });
  const file = read.state === 'ready' ? read.data.file : undefined;
  return { server: sideOf(), file } as const;

  function sideOf(): ServerSide {
    if (found.state === 'failed' || read.state === 'failed') return 'unreachable';
    if (found.state === 'ready' && brief === undefined) return 'not-there';
    if (file === undefined) return 'asking';
    return stillAtCounter.has(file.state) ? 'same' : 'moved-on';
  }
}

/** Where a counter may still correct a request. */
const stillAtCounter: ReadonlySet<string> = new Set(['filed', 'incomplete', 'discordant']);

function nameOf({ step, field, there }: AnswerDifference): string {
  return `${step.name} ${field.key} ${there}`;
}
