import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import type { PlainDate } from '#platform/dates';
import { addressOf, type Place, paths } from '../../place.ts';
import { renderApplyPage } from './frame.tsx';

export type PeopleView = {
  readonly people: readonly {
    readonly ref: number;
    readonly name: string;
    readonly relation?: string;
    readonly birth?: PlainDate;
    readonly isComplete: boolean;
  }[];
  readonly isMoreMissing?: boolean;
  readonly returnTo?: 'check';
};

/** P10: who lives in the home; add, change, remove. Alone is an answer too. */
export function renderPeople(place: Place, view: PeopleView): string {
  const { reader } = place;
  const { people, isMoreMissing = false } = view;
  const missing = reader.text('portal.apply.people.more-missing');
  return renderApplyPage(
    place,
    {
      title: reader.text('applications.form.page.people'),
      hasErrors: isMoreMissing,
      back: view.returnTo ? paths.apply.check : paths.apply.tasks,
    },
    <Fragment>
      <ErrorSummary reader={reader} errors={isMoreMissing ? [{ field: 'more', text: missing }] : []} />
      <h1 class="title">
        <span class="title__caption">{reader.text('applications.form.group.family')}</span>
        {reader.text('applications.form.page.people')}
      </h1>
      <p>{reader.say('applications.form.page.people.hint')}</p>
      {people.length === 0 ? (
        <Banner>
          <p>{reader.say('portal.apply.people.alone')}</p>
        </Banner>
      ) : (
        <ul class="people">
          {people.map((person) => (
            <PersonCard place={place} person={person} />
          ))}
        </ul>
      )}
      <form class="form" method="post" action={addressOf(place, paths.apply.people)} novalidate>
        {view.returnTo && <input type="hidden" name="return" value={view.returnTo} />}
        <Radios
          reader={reader}
          name="more"
          label={reader.text(people.length === 0 ? 'portal.apply.people.any' : 'portal.apply.people.more')}
          {...(isMoreMissing ? { error: missing } : {})}
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: reader.text(`portal.apply.people.more-${value}`) }))}
        />
        <Button>{reader.text('portal.apply.continue')}</Button>
      </form>
    </Fragment>,
  );
}

function PersonCard({ place, person }: { place: Place; person: PeopleView['people'][number] }): JSX.Element {
  const { reader } = place;
  const { ref, name, relation, birth, isComplete } = person;
  return (
    <li class="person stack">
      <h2>{reader.name(name)}</h2>
      <p>
        {relation && reader.text(`applications.form.choice.relation.${relation}`)}
        {relation && birth && ' · '}
        {birth && reader.date(birth)}
      </p>
      {!isComplete && <p>{reader.text('portal.apply.tasks.to-do')}</p>}
      <div class="person__actions">
        <a href={`${addressOf(place, paths.apply.person(ref, 'identity'))}?from=people`}>
          {reader.text('portal.apply.people.change')}
          <span class="visually-hidden"> {name}</span>
        </a>
        <form method="post" action={addressOf(place, paths.apply.removePerson(ref))}>
          <Button kind="secondary">
            {reader.text('portal.apply.people.remove')}
            <span class="visually-hidden"> {name}</span>
          </Button>
        </form>
      </div>
    </li>
  );
}
