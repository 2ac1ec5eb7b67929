import { useEffect, useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { added, asProposed, type Choice, type ProposedFile } from './agenda-choice.ts';

export type Proposal = QuestionOutput<'commissions.agenda-proposal'>;
type Kept = { readonly order: readonly string[]; readonly out: readonly string[]; readonly extra: readonly ProposedFile[] };

/** What the secretary has made of the proposal, kept on the computer as it is made: the lock and a power cut take nothing. */
export function useAgendaChoice(sitting: string, proposal: Proposal) {
  const { drafts } = useOffice();
  const id = `agenda/${sitting}`;
  const [extra, setExtra] = useState<readonly ProposedFile[]>([]);
  const proposed = proposal.files.map(({ application }) => application);
  const [choice, setChoice] = useState<Choice>(() => asProposed(proposed, proposal.capacity));
  const files = new Map([...proposal.files, ...extra].map((file) => [file.application, file]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was kept is read once, when the builder opens
  useEffect(() => {
    void drafts.find(id).then((draft) => {
      if (draft === undefined) return;
      const kept = draft.content as Kept;
      setExtra(kept.extra);
      setChoice(stillThere(kept, proposed));
    });
  }, [id]);
  const keep = (changed: Choice, more: readonly ProposedFile[]) => {
    setChoice(changed);
    const content: Kept = { order: changed.order, out: [...changed.out], extra: more };
    void drafts.keep({ id, kind: 'agenda', label: id, changedAt: Date.now(), content });
  };
  return {
    files,
    choice,
    change: (changed: Choice) => keep(changed, extra),
    add(file: ProposedFile) {
      const more = files.has(file.application) ? extra : [...extra, file];
      setExtra(more);
      keep(added(choice, file.application), more);
    },
  };
}

/** What was kept, without the files that are not ready any more, and with those that have become ready since: these stay behind. */
function stillThere(kept: Kept, proposed: readonly string[]): Choice {
  const known = new Set([...proposed, ...kept.extra.map(({ application }) => application)]);
  const order = kept.order.filter((file) => known.has(file));
  const fresh = proposed.filter((file) => !kept.order.includes(file));
  return { order: [...order, ...fresh], out: new Set([...kept.out, ...fresh]) };
}
