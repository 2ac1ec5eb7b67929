import type { ReactNode } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { FilingFailure } from './filing-failure.tsx';
import type { EntryDesk } from './use-entry.ts';
import type { Filing } from './use-filing.ts';

type DeclaringProps = {
  readonly desk: EntryDesk;
  readonly filing: Filing;
  /** What was signed, in a message: on the paper form, or on the dossier. */
  readonly signed?: string;
  readonly onFile?: () => void;
  /** What else stands in the way of filing. */
  readonly children?: ReactNode;
};

/** The end of the form: the declaration that the family signed, and filing. */
export function Declaring({
  desk,
  filing,
  signed = 'office.entry.declared',
  onFile = () => void filing.file(),
  children,
}: DeclaringProps) {
  const { isDeclared } = desk.draft;
  return (
    <section className="entry-group" aria-labelledby="group-declare-title">
      <h2 id="group-declare-title">
        <Words k="office.entry.declare" />
      </h2>
      <label className="option declared">
        <input
          type="checkbox"
          data-stop="declare signed"
          checked={isDeclared}
          onChange={(change) => desk.setDeclared(change.target.checked)}
          onKeyDown={(press) => {
            if (press.key !== '1') return;
            press.preventDefault();
            desk.setDeclared(!isDeclared);
          }}
        />
        <kbd>1</kbd>
        <Words k={signed} />
      </label>
      {filing.problem === 'not-declared' ? (
        <p className="fault" role="alert">
          <Words k="office.entry.not-declared" />
        </p>
      ) : null}
      {children}
      <FilingFailure filing={filing} />
      <div className="buttons">
        <Button look="primary" keys="Ctrl + ⏎" onPress={onFile} isBusy={filing.isBusy}>
          <Words k="office.entry.file" />
        </Button>
      </div>
    </section>
  );
}
