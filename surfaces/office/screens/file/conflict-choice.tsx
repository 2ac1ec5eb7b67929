import type { Refusal } from '#platform/refusals';
import { formatMoment } from '../../client/moments.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import type { AnswerRow } from './answer-rows.ts';
import { Said } from './said.tsx';

/** An answer that somebody else changed since it was read. */
export type AnswerConflict = {
  readonly place: string;
  readonly theirs?: unknown;
  readonly yours?: unknown;
  readonly at?: string;
  readonly reason?: string | null;
};

/** The conflicts that a refusal tells of. */
export function conflictsOf(refusal: Refusal | undefined): readonly AnswerConflict[] {
  if (refusal?.refused !== 'changed-meanwhile') return [];
  return JSON.parse(String(refusal.facts?.conflicts ?? '[]')) as AnswerConflict[];
}

type ChoiceProps = {
  readonly row: AnswerRow;
  readonly conflicts: readonly AnswerConflict[];
  readonly onTheirs: () => void;
  readonly onMine: (theirs: unknown, yours: unknown) => void;
};

/** Both values side by side; the agent says which one stands. */
export function ConflictChoice({ row, conflicts, onTheirs, onMine }: ChoiceProps) {
  const { language } = useSpeech();
  const conflict = conflicts.find(({ place }) => place === row.place) ?? conflicts[0];
  if (conflict === undefined) return null;
  const { theirs, yours, at, reason } = conflict;
  return (
    <section className="conflict" role="alert">
      <p>
        <Words k="applications.refusal.changed-meanwhile" facts={{ answers: 1 }} />
      </p>
      <dl className="sides">
        <dt>
          <Words k="office.file.theirs" />
          {at === undefined ? '' : `, ${formatMoment(language, Date.parse(at))}`}
        </dt>
        <dd>
          <Said row={{ ...row, value: theirs }} /> {reason ? <bdi className="hint">« {reason} »</bdi> : null}
        </dd>
        <dt>
          <Words k="office.file.yours" />
        </dt>
        <dd>
          <Said row={{ ...row, value: yours }} />
        </dd>
      </dl>
      <div className="buttons">
        <Button onPress={onTheirs}>
          <Words k="office.file.keep-theirs" />
        </Button>
        <Button onPress={() => onMine(theirs, yours)}>
          <Words k="office.file.put-mine" />
        </Button>
      </div>
    </section>
  );
}
