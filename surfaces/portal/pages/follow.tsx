import type { JSX } from 'hono/jsx/jsx-runtime';
import { LinkButton } from '#design/components/button.tsx';
import { DataTable } from '#design/components/data-table.tsx';
import { Disclosure } from '#design/components/disclosure.tsx';
import { StatusTag, type StatusTone } from '#design/components/status-tag.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import { Timeline, type TimelineStep } from '#design/components/timeline.tsx';
import { formatGrouped } from '#platform/numbers';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';
import { Concerns } from './complaints/concerns.tsx';
import type { AnswerTone, FollowView, JourneyStep } from './follow.view.ts';

const tagOf: Readonly<Record<AnswerTone, StatusTone>> = {
  good: 'open',
  todo: 'todo',
  waiting: 'waiting',
  attention: 'attention',
  refused: 'refused',
};

/** P16, the best page of the portal: one sentence, what you can do, who has the file since when, and everything that happened. */
export function renderFollow(place: Place, view: FollowView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.follow.title', { number: formatGrouped(view.number) }), back: paths.follow },
    <div class="sections">
      <Answer place={place} view={view} />
      <div class="columns">
        <section class="stack">
          <h2>{reader.text('portal.follow.journey')}</h2>
          <Timeline reader={reader} steps={view.steps.map((step) => toTimelineStep(place, step))} />
        </section>
        <aside class="aside stack" aria-labelledby="help">
          <h2 id="help">{reader.text('portal.follow.help')}</h2>
          <p>{reader.say('portal.follow.help-text')}</p>
          <Concerns place={place} view={view.concerns} />
        </aside>
      </div>
      <Facts place={place} view={view} />
    </div>,
  );
}

function Answer({ place: { reader }, view }: { place: Place; view: FollowView }): JSX.Element {
  return (
    <div class={`answer answer--${view.tone}`}>
      <p>
        {reader.text('portal.follow.request')} <span data-copy={view.number}>{reader.code(view.number)}</span>{' '}
        <StatusTag tone={tagOf[view.tone]}>{reader.text(`portal.state.${view.state}`)}</StatusTag>
      </p>
      <h1>{reader.tell(view.headline)}</h1>
      <ul class="stack" aria-label={reader.text('portal.follow.do')}>
        {view.next.map((advice) => (
          <li>{reader.tell(advice)}</li>
        ))}
      </ul>
    </div>
  );
}

function toTimelineStep({ reader }: Place, step: JourneyStep): TimelineStep {
  const { key, holder, note, ...rest } = step;
  return {
    ...rest,
    name: reader.text(`portal.step.${key}`),
    ...(holder ? { holder: reader.tell(holder) } : {}),
    ...(note ? { note: reader.tell(note) } : {}),
  };
}

function Facts({ place, view }: { place: Place; view: FollowView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="column stack">
      <h2>{reader.text('portal.follow.facts')}</h2>
      <SummaryList rows={factRows(place, view)} />
      {view.hasScore && (
        <LinkButton kind="secondary" href={addressOf(place, paths.score(view.number))}>
          {reader.text('portal.follow.score')}
        </LinkButton>
      )}
      <LinkButton kind="secondary" href={addressOf(place, paths.receipt(view.number))}>
        {reader.text('portal.follow.receipt')}
      </LinkButton>
      <Disclosure summary={reader.text('portal.follow.history')}>
        <DataTable
          label={reader.text('portal.follow.history')}
          caption={<span class="visually-hidden">{reader.text('portal.follow.history')}</span>}
          columns={['day', 'state', 'holder'].map((name) => ({ name: reader.text(`portal.follow.history.${name}`) }))}
          rows={view.history.map(({ on, state, holder }) => [
            reader.date(on, 'short'),
            reader.text(`portal.state.${state}`),
            holder ? reader.tell(holder) : '',
          ])}
        />
      </Disclosure>
    </section>
  );
}

function factRows({ reader }: Place, view: FollowView) {
  const { applicant, kind, category, persons } = view;
  const name = reader.direction === 'rtl' ? applicant.arabic : applicant.latin;
  return [
    { term: reader.text('portal.follow.number'), description: reader.code(view.number) },
    { term: reader.text('portal.follow.applicant'), description: reader.name(name) },
    { term: reader.text('portal.follow.kind'), description: reader.text(`portal.kind.${kind}`) },
    { term: reader.text('portal.follow.state'), description: reader.text(`portal.state.${view.state}`) },
    ...(persons === undefined ? [] : [{ term: reader.text('portal.follow.persons'), description: reader.number(persons) }]),
    ...(category
      ? [{ term: reader.text('portal.follow.category'), description: reader.text(`portal.category.${category}`) }]
      : []),
  ];
}
