import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { MessageState } from '#modules/notices';
import { type Language, languageCodes, languages } from '#platform/i18n';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

const fieldOf = {
  'to-missing': 'to',
  'to-wrong': 'to',
  'code-missing': 'code',
  'code-wrong': 'code',
  'too-many-attempts': 'to',
} as const;

export type NoticeError = keyof typeof fieldOf;

/** Posted to `/{lang}/follow/{number}/messages` (`to`, `language`), then `…/code` (`code`), `…/send` and `…/stop`, each with `token`. */
export type NoticesView = {
  readonly number: string;
  /** Sent along, so that the same form sent twice is one deed. */
  readonly token: string;
  readonly errors?: readonly NoticeError[];
} & (
  | { readonly step: 'ask'; readonly typed: { readonly to: string; readonly language: Language }; readonly isStopped?: boolean }
  | { readonly step: 'code'; readonly digits: number; readonly minutes: number }
  | {
      readonly step: 'on';
      readonly masked: string;
      readonly language: Language;
      readonly lastState?: MessageState;
      readonly sending?: 'sent' | 'sent-enough' | 'too-often';
    }
);

type Of<Step extends NoticesView['step']> = { readonly place: Place; readonly view: Extract<NoticesView, { step: Step }> };

/** Messages at each step, and "send to my phone": where to, the code that proves it, then what may be done with it. */
export function renderNotices(place: Place, view: NoticesView): string {
  const { reader } = place;
  const { errors = [], number, step } = view;
  const title = reader.text(`portal.notices.${step}.title`);
  return renderPortalPage(
    place,
    { title, hasErrors: errors.length > 0, back: paths.request(number) },
    <div class="column">
      <ErrorSummary
        reader={reader}
        errors={errors.map((error) => ({ field: step === 'code' ? 'code' : fieldOf[error], text: wordsOf(place, error) }))}
      />
      <h1 class="title">{title}</h1>
      {view.step === 'ask' && <AskWhere place={place} view={view} />}
      {view.step === 'code' && <AskCode place={place} view={view} />}
      {view.step === 'on' && <Told place={place} view={view} />}
    </div>,
  );
}

function AskWhere({ place, view }: Of<'ask'>): JSX.Element {
  const { reader } = place;
  const { typed, token, number, isStopped } = view;
  return (
    <form class="form" method="post" action={addressOf(place, paths.notices(number))} novalidate>
      <input type="hidden" name="token" value={token} />
      {isStopped && <Banner tone="success" title={reader.text('portal.notices.stopped')} />}
      <p class="lead">{reader.say('portal.notices.ask.lead')}</p>
      <TextField
        reader={reader}
        name="to"
        label={reader.text('portal.notices.ask.to')}
        hint={reader.say('portal.notices.ask.to-hint')}
        {...errorAt(place, view, 'to')}
        value={typed.to}
        direction="ltr"
        autocomplete="tel"
      />
      <Radios
        reader={reader}
        name="language"
        label={reader.text('portal.notices.ask.language')}
        choices={languageCodes.map((code) => ({
          value: code,
          label: (
            <span lang={languages[code].htmlLang} dir={languages[code].direction}>
              {languages[code].ownName}
            </span>
          ),
          chosen: typed.language === code,
        }))}
      />
      <Button>{reader.text('portal.notices.ask.button')}</Button>
    </form>
  );
}

function AskCode({ place, view }: Of<'code'>): JSX.Element {
  const { reader } = place;
  const { number, token, digits, minutes } = view;
  return (
    <form class="form" method="post" action={addressOf(place, paths.proveNotices(number))} novalidate>
      <input type="hidden" name="token" value={token} />
      <p class="lead">{reader.say('portal.notices.code.lead', { digits, minutes })}</p>
      <TextField
        reader={reader}
        name="code"
        label={reader.text('portal.notices.code.code')}
        {...errorAt(place, view, 'code')}
        inputMode="numeric"
        shape="code"
        autocomplete="one-time-code"
      />
      <Button>{reader.text('portal.notices.code.button')}</Button>
      <p>
        <a href={addressOf(place, paths.changeNotices(number))}>{reader.text('portal.notices.code.again')}</a>
      </p>
    </form>
  );
}

const unsent: readonly (MessageState | undefined)[] = ['refused', 'bounced', 'given_up'];

function Told({ place, view }: Of<'on'>): JSX.Element {
  const { reader } = place;
  const { number, token, masked, language, lastState, sending } = view;
  return (
    <div class="stack">
      {sending === 'sent' && <Banner tone="success" title={reader.text('portal.notices.on.sent')} />}
      {(sending === 'sent-enough' || sending === 'too-often') && (
        <Banner tone="warning" title={reader.text(`portal.notices.on.${sending}`)} />
      )}
      {unsent.includes(lastState) && (
        <Banner tone="warning" title={reader.text('portal.notices.on.unsent')}>
          <p>{reader.say('portal.notices.on.unsent-text')}</p>
        </Banner>
      )}
      <p class="lead">{reader.say('portal.notices.on.where', { address: masked, language: languages[language].ownName })}</p>
      <form class="form" method="post" action={addressOf(place, paths.sendNumber(number))}>
        <input type="hidden" name="token" value={token} />
        <Button>{reader.text('portal.notices.on.send')}</Button>
      </form>
      <p>
        <a href={addressOf(place, paths.changeNotices(number))}>{reader.text('portal.notices.on.change')}</a>
      </p>
      <form class="form" method="post" action={addressOf(place, paths.endNotices(number))}>
        <Button kind="secondary">{reader.text('portal.notices.stop.button')}</Button>
      </form>
    </div>
  );
}

function errorAt(place: Place, { errors = [], step }: NoticesView, field: 'to' | 'code') {
  const error = errors.find((candidate) => (step === 'code' ? 'code' : fieldOf[candidate]) === field);
  return error ? { error: wordsOf(place, error) } : {};
}

function wordsOf({ reader }: Place, error: NoticeError): JSX.Element {
  return reader.say(`portal.notices.error.${error}`);
}
