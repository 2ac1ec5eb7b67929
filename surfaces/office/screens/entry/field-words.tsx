import type { form } from '#modules/applications';
import { useText, Words } from '../../client/words.tsx';

/** What stands around a field: where it is, what was typed, what is wrong with it. */
export type FieldPlace = {
  readonly step: string;
  readonly field: form.Field;
  readonly texts: Readonly<Record<string, string | readonly string[]>>;
  readonly answers: form.Answers;
  readonly number: string;
  readonly fault?: string;
  /** Filled by copying the person before: Enter passes over it. */
  readonly isCopied: boolean;
  readonly onType: (key: string, value: string | readonly string[]) => void;
  /** The field was left: from now on it may say what is wrong with it. */
  readonly onLeave: () => void;
};

/** What a wrong answer shows as an example: a fact, since Latin letters would turn an Arabic sentence around. */
export const exampleTyped = { card: 'IC123456', email: 'nom@exemple.ma' } as const;

/** Number and words of a question, and what is wrong with its answer: the same for every way of answering. */
export function QuestionWords({ place: { field, number }, id }: { readonly place: FieldPlace; readonly id?: string }) {
  return (
    <span className="entry-label" id={id}>
      <bdi className="entry-number">{number}</bdi> <Words k={`applications.form.field.${field.key}`} />
      {field.isOptional === true && field.kind !== 'text' ? (
        <span className="optional">
          {' '}
          <Words k="office.shell.optional" />
        </span>
      ) : null}
    </span>
  );
}

export function FaultWords({ place: { field, fault }, id }: { readonly place: FieldPlace; readonly id: string }) {
  const text = useText();
  if (fault === undefined) return null;
  const label = text(`applications.form.field.${field.key}`);
  return (
    <span className="fault" id={id}>
      <Words k={`applications.form.fault.${fault}`} facts={{ label, ...exampleTyped }} />
    </span>
  );
}
