import { useOffice } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import type { ProposedFile } from './agenda-choice.ts';

type FreezeProps = {
  readonly sitting: string;
  readonly chosen: readonly string[];
  readonly files: ReadonlyMap<string, ProposedFile>;
  readonly capacity: number;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Fixes the agenda: afterwards everyone prints or reads the same list. */
export function FreezeDialog({ sitting, chosen, files, capacity, onClose, onDone }: FreezeProps) {
  const { drafts } = useOffice();
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const freeze = async () => {
    if (chosen.length > capacity) return setFault(text('office.agenda.too-many', { chosen: chosen.length, capacity }));
    const done = await attempt('commissions.freeze-agenda', { sitting, applications: [...chosen] });
    if (done === undefined) return;
    await drafts.remove(`agenda/${sitting}`);
    onDone();
    onClose();
  };
  const of = (proposal: ProposedFile['proposal']) => chosen.filter((file) => files.get(file)?.proposal === proposal).length;
  return (
    <AskDialog
      title={<Words k="office.agenda.freeze" facts={{ files: chosen.length }} />}
      does={<Words k="office.agenda.freeze-now" />}
      {...{ isBusy, fault, onClose }}
      isConfirming
      onDo={() => void freeze()}
    >
      <p>
        <Words k="office.agenda.freeze-means" />
      </p>
      <ul className="lines">
        {(['poor', 'vulnerable', 'not_eligible'] as const).map((proposal) => (
          <li key={proposal}>
            <Words k={`office.agenda.proposal.${proposal}`} /> <strong>{of(proposal)}</strong>
          </li>
        ))}
      </ul>
    </AskDialog>
  );
}
