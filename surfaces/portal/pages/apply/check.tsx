import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { LinkButton } from '#design/components/button.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import type { form } from '#modules/applications';
import type { Message } from '#platform/i18n';
import { addressOf, type Place, paths } from '../../place.ts';
import { renderApplyPage } from './frame.tsx';

export type CheckView = {
  readonly groups: readonly {
    readonly group: form.Group;
    readonly cards: readonly {
      readonly title: Message;
      readonly path: string;
      readonly rows: readonly { readonly term: string; readonly said: string }[];
    }[];
  }[];
  /** What stands in the way, in words, with the page that mends it. */
  readonly problems: readonly { readonly message: Message; readonly path: string }[];
  /** The request was refused because of another one: what to do is all that is said. */
  readonly hasOpenRequest?: boolean;
};

/** P12: everything that was answered, as it will be read; each part can be changed, and leads back here. */
export function renderCheck(place: Place, view: CheckView): string {
  const { reader } = place;
  const mayGoOn = view.problems.length === 0 && !view.hasOpenRequest;
  return renderApplyPage(
    place,
    { title: reader.text('portal.apply.check.title'), hasErrors: !mayGoOn, back: paths.apply.tasks },
    <Fragment>
      <h1 class="title">{reader.text('portal.apply.check.title')}</h1>
      {view.hasOpenRequest && (
        <Banner tone="error" title={reader.text('portal.apply.check.refused')}>
          <p>{reader.say('applications.refusal.open-request', { known: 'family', number: '' })}</p>
          <p>
            <a href={addressOf(place, paths.follow)}>{reader.text('portal.nav.follow')}</a>
          </p>
        </Banner>
      )}
      {view.problems.length > 0 && <Problems place={place} problems={view.problems} />}
      <p>{reader.say('portal.apply.check.lead')}</p>
      {view.groups.map(({ group, cards }) => (
        <section class="stack">
          <h2>{reader.text(`applications.form.group.${group}`)}</h2>
          {cards.map((card) => (
            <Fragment>
              <div class="card-head">
                <h3>{reader.tell(card.title)}</h3>
                <a href={`${addressOf(place, card.path)}?from=check`}>
                  {reader.text('portal.apply.people.change')}
                  <span class="visually-hidden"> {reader.tell(card.title)}</span>
                </a>
              </div>
              <SummaryList rows={card.rows.map(({ term, said }) => ({ term, description: reader.name(said) }))} />
            </Fragment>
          ))}
        </section>
      ))}
      <p>
        <a href={addressOf(place, paths.apply.papers)}>{reader.text('portal.upload.link')}</a>
      </p>
      {mayGoOn && (
        <LinkButton href={addressOf(place, paths.apply.declare)} starts>
          {reader.text('portal.apply.check.go-on')}
        </LinkButton>
      )}
    </Fragment>,
  );
}

function Problems({ place, problems }: { place: Place; problems: CheckView['problems'] }): JSX.Element {
  const { reader } = place;
  return (
    <div class="error-summary" role="alert" aria-labelledby="problems">
      <h2 id="problems">{reader.text('portal.apply.check.problems')}</h2>
      <ul>
        {problems.map(({ message, path }) => (
          <li>
            <a href={`${addressOf(place, path)}?from=check`}>{reader.tell(message)}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
