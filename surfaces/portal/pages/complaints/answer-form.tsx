import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button } from '#design/components/button.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { type Language, languages } from '#platform/i18n';
import { addressOf, type Place, paths } from '../../place.ts';

/** What a post that answers complaints finds on the page of one that waits. */
export type AnswerFormView = {
  readonly number: string;
  /** In which its author wrote: the answer is read in it. */
  readonly language: Language;
  /** What was typed, or the beginning and the end of an answer in the author's language. */
  readonly words: string;
  readonly phone?: string;
  readonly error?: AnswerError;
};
export type AnswerError = 'missing' | 'too-long' | 'answered';

/** As long as the deed takes. */
export const LONGEST_ANSWER = 2_000;

export function AnswerForm({ place, view }: { place: Place; view: AnswerFormView }): JSX.Element {
  const { reader } = place;
  const { number, language, words, phone, error } = view;
  const { ownName, htmlLang, direction } = languages[language];
  const errorText = error && errorWords(place, error);
  return (
    <section class="stack" aria-labelledby="answering">
      <h2 id="answering">{reader.text('portal.complaints.answer.title')}</h2>
      <Banner>
        <p>
          {reader.text('portal.complaints.answer.language')}{' '}
          <bdi lang={htmlLang} dir={direction}>
            {ownName}
          </bdi>
        </p>
        {phone && (
          <p>
            {reader.text('portal.complaints.answer.phone')} <bdi dir="ltr">{phone}</bdi>
          </p>
        )}
      </Banner>
      <form class="form" method="post" action={addressOf(place, paths.answerComplaint(number))} novalidate>
        <TextField
          reader={reader}
          name="answer"
          label={reader.text('portal.complaints.answer.words')}
          hint={reader.say('portal.complaints.answer.hint')}
          {...(errorText ? { error: errorText } : {})}
          value={words}
          direction={direction}
          lines={10}
        />
        <Button>{reader.text('portal.complaints.answer.button')}</Button>
      </form>
    </section>
  );
}

/** Why an answer was not sent, at the top of the page. */
export function AnswerErrors({ place, error }: { place: Place; error: AnswerError }): JSX.Element {
  return <ErrorSummary reader={place.reader} errors={[{ field: 'answer', text: errorWords(place, error) }]} />;
}

function errorWords({ reader }: Place, error: AnswerError): string {
  return reader.text(`portal.complaints.answer.error.${error}`, { most: LONGEST_ANSWER });
}
