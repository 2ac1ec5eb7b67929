import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button, LinkButton } from '#design/components/button.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { type Verdict, VerdictPanel } from '#design/components/verdict-panel.tsx';
import type { PlainDate } from '#platform/dates';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';
import { type LiveRight, RightLine } from './right-standing.tsx';

/** Posted to `/{lang}/verify` as `code`, or as `image`: a photograph of the code. */
export type VerifyView = {
  readonly typed?: string;
  readonly error?: VerifyError;
  readonly answer?: VerifyAnswer;
};

export type VerifyError = 'code-missing' | 'image-too-large' | 'image-without-code' | 'too-many-attempts';

/** Only what the public may know: real or not, until when, and how the right stands today: the paper may be good and the right over. `day` is the end of validity, its start when it has not begun, or the day minutes were sealed. */
export type VerifyAnswer = { readonly checkedOn: PlainDate; readonly right?: LiveRight } & (
  | { readonly verdict: Dated; readonly day: PlainDate }
  | { readonly verdict: Exclude<Verdict, Dated> }
);

type Dated = 'valid' | 'receipt' | 'not-yet-valid' | 'expired' | 'minutes' | 'decision';

/** P23: is this card real and still good? No name is ever shown. */
export function renderVerify(place: Place, view: VerifyView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.verify.title'), hasErrors: view.error !== undefined, back: paths.home },
    <div class="column">
      {view.error && (
        <ErrorSummary
          reader={reader}
          errors={[{ field: fieldOf[view.error], text: reader.text(`portal.verify.error.${view.error}`) }]}
        />
      )}
      <h1 class="title">{reader.text('portal.verify.title')}</h1>
      {view.answer ? <Answer place={place} answer={view.answer} /> : <Form place={place} view={view} />}
    </div>,
  );
}

function Answer({ place, answer }: { place: Place; answer: VerifyAnswer }): JSX.Element {
  const { reader } = place;
  return (
    <div class="stack">
      <VerdictPanel reader={reader} verdict={answer.verdict}>
        <p>{reader.say(`portal.verify.text.${answer.verdict}`, 'day' in answer ? { day: answer.day } : {})}</p>
        {answer.right && (
          <p>
            {reader.text('portal.verify.right')} <RightLine place={place} right={answer.right} />
          </p>
        )}
        <p>{reader.say('portal.verify.checked-on', { day: answer.checkedOn })}</p>
      </VerdictPanel>
      <LinkButton kind="secondary" href={addressOf(place, paths.verify)}>
        {reader.text('portal.verify.again')}
      </LinkButton>
    </div>
  );
}

const fieldOf: Readonly<Record<VerifyError, 'code' | 'image'>> = {
  'code-missing': 'code',
  'too-many-attempts': 'code',
  'image-too-large': 'image',
  'image-without-code': 'image',
};

function Form({ place, view }: { place: Place; view: VerifyView }): JSX.Element {
  const { reader } = place;
  const { error } = view;
  const errorAt = (field: 'code' | 'image') =>
    error && fieldOf[error] === field ? { error: reader.text(`portal.verify.error.${error}`) } : {};
  return (
    <form class="form" method="post" action={addressOf(place, paths.verify)} enctype="multipart/form-data" novalidate>
      <p class="lead">{reader.say('portal.verify.lead')}</p>
      <TextField
        reader={reader}
        name="code"
        label={reader.text('portal.verify.code')}
        hint={reader.say('portal.verify.code-hint')}
        {...errorAt('code')}
        value={view.typed ?? ''}
        shape="code"
        lines={4}
        autocomplete="off"
      />
      <TextField
        reader={reader}
        name="image"
        label={reader.text('portal.verify.image')}
        hint={reader.say('portal.verify.image-hint')}
        {...errorAt('image')}
        type="file"
        accept="image/png,image/jpeg"
      />
      <Button>{reader.text('portal.verify.button')}</Button>
    </form>
  );
}
