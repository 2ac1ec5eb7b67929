import { type FormEvent, useId } from 'react';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import type { Enquiry } from './enquiry-standing.tsx';
import { type Found, founds, type RefusedAnswer, useEnquiryAnswer } from './use-enquiry-answer.ts';

type FormProps = { readonly enquiry: Enquiry; readonly refused: RefusedAnswer | undefined; readonly onDone: () => void };

/** The small form of a visit: each point as declared or not, who was met, when, and the whole in words. It is kept as it is typed. */
export function EnquiryForm({ enquiry, refused, onDone }: FormProps) {
  const { typed, type, send, isBusy, fault } = useEnquiryAnswer(enquiry, refused, onDone);
  const words = useId();
  useShortcut('answer', () => void send());
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send();
  };
  return (
    <form className="enquiry-form" onSubmit={submit}>
      {enquiry.points.map((point) => (
        <PointFields
          key={point}
          point={point}
          found={typed.found[point]}
          words={typed.words[point] ?? ''}
          onTyped={(found, said) => type({ found: { ...typed.found, [point]: found }, words: { ...typed.words, [point]: said } })}
        />
      ))}
      <Field
        label={<Words k="office.enquiry.met" />}
        value={typed.met}
        onChange={(met) => type({ met })}
        input={{ dir: 'auto' }}
      />
      <Field
        label={<Words k="office.enquiry.visited-on" />}
        value={typed.visitedOn}
        onChange={(visitedOn) => type({ visitedOn })}
        input={{ type: 'date' }}
      />
      <div className="field">
        <label htmlFor={words}>
          <Words k="office.enquiry.in-words" />
        </label>
        <textarea
          id={words}
          rows={4}
          dir="auto"
          value={typed.whole}
          onChange={(change) => type({ whole: change.target.value })}
        />
      </div>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" keys="Ctrl ⏎" isBusy={isBusy} onPress={() => void send()}>
          <Words k="office.enquiry.answer" />
        </Button>
      </div>
    </form>
  );
}

type PointProps = {
  readonly point: string;
  readonly found: Found | undefined;
  readonly words: string;
  readonly onTyped: (found: Found | undefined, words: string) => void;
};

function PointFields({ point, found, words, onTyped }: PointProps) {
  return (
    <fieldset className="choices">
      <legend>
        <Words k={`commissions.point.${point}`} />
      </legend>
      {founds.map((one) => (
        <label key={one}>
          <input type="radio" name={point} checked={found === one} onChange={() => onTyped(one, words)} />{' '}
          <Words k={`commissions.finding.${one}`} />
        </label>
      ))}
      {found === undefined || found === 'as-declared' ? null : (
        <Field
          label={<Words k="office.enquiry.what-seen" />}
          value={words}
          onChange={(said) => onTyped(found, said)}
          input={{ dir: 'auto' }}
          isOptional
        />
      )}
    </fieldset>
  );
}
