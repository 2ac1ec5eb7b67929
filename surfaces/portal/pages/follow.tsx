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
import { AppealLink } from './appeals/appeal-link.tsx';
import { Concerns } from './complaints/concerns.tsx';
import { AskedPapersList } from './counter/asked-papers.tsx';
import { CounterDeeds } from './counter/deeds.tsx';
import { CoverLink } from './cover/cover-link.tsx';
import type { AnswerTone, FileFacts, FollowView, JourneyStep } from './follow.view.ts';
import { NewerLink, RenewNow, RunningRight } from './renew/newer-link.tsx';
import { RightLine, RightRemedies } from './right-standing.tsx';
import { RightsAsked } from './rights-asked.tsx';

const tagOf: Readonly<Record<AnswerTone, StatusTone>> = {
  good: 'open',
  todo: 'todo',
  waiting: 'waiting',
  attention: 'attention',
  refused: 'refused',
};

/**
 * P16, the best page of the portal: one sentence, what you can do, who has the file since when, and everything that happened. Whoever came
 * with a national card is shown the steps and told what opens the rest.
 */
export function renderFollow(place: Place, view: FollowView): string {
  const { reader } = place;
  const { file } = view;
  return renderPortalPage(
    place,
    { title: titleOf(place, view), back: paths.follow },
    <div class="sections" data-print="">
      {view.deeds && <CounterDeeds place={place} view={view.deeds} />}
      {file && view.newer && <NewerLink place={place} number={file.number} newer={view.newer} />}
      <Answer place={place} view={view} />
      {view.running && <RunningRight place={place} running={view.running} />}
      {file && view.renewableUntil && <RenewNow place={place} number={file.number} until={view.renewableUntil} />}
      {file && view.cover && <CoverLink place={place} number={file.number} cover={view.cover} />}
      {view.asked && <AskedPapersList place={place} asked={view.asked} />}
      <div class="columns">
        <section class="stack">
          <h2>{reader.text('portal.follow.journey')}</h2>
          <Timeline reader={reader} steps={view.steps.map((step) => toTimelineStep(place, step))} />
        </section>
        <aside class="aside stack" aria-labelledby="help">
          <h2 id="help">{reader.text('portal.follow.help')}</h2>
          <p>{reader.say('portal.follow.help-text')}</p>
          {file ? (
            <Concerns place={place} view={file.concerns} />
          ) : (
            <p>
              <a href={addressOf(place, paths.complaint())}>{reader.text('portal.complaints.report')}</a>
            </p>
          )}
        </aside>
      </div>
      {file ? <Facts place={place} view={view} file={file} /> : <StepsAlone place={place} view={view} />}
      {view.rightsAsked && <RightsAsked place={place} view={view.rightsAsked} />}
    </div>,
  );
}

function titleOf({ reader }: Place, { file }: FollowView): string {
  if (!file) return reader.text('portal.follow.journey');
  return reader.text('portal.follow.title', { number: formatGrouped(file.number) });
}

function Answer({ place, view }: { place: Place; view: FollowView }): JSX.Element {
  const { reader } = place;
  const { file, late } = view;
  return (
    <div class={`answer answer--${view.tone}`}>
      <p>
        {file ? reader.text('portal.follow.request') : reader.text('portal.follow.your-request')}{' '}
        {file && <span data-copy={file.number}>{reader.code(file.number)}</span>}{' '}
        <StatusTag tone={tagOf[view.tone]}>{standing(place, view)}</StatusTag>
      </p>
      <h1>{reader.tell(view.headline)}</h1>
      <ul class="stack" aria-label={reader.text('portal.follow.do')}>
        {late && (
          <li>
            <StatusTag tone="refused">{reader.text('design.timeline.late.late')}</StatusTag>{' '}
            {reader.say('design.timeline.wait', { days: late.days, norm: late.normDays })}
          </li>
        )}
        {view.next.map((advice) => (
          <li>{reader.tell(advice)}</li>
        ))}
        {file?.papers && <li>{reader.tell(file.papers)}</li>}
      </ul>
      {file && view.right && <RightRemedies place={place} number={file.number} right={view.right} />}
      {file?.papers && (
        <div class="aids">
          <LinkButton href={addressOf(place, paths.papersOfRequest(file.number))}>{reader.text('portal.upload.link')}</LinkButton>
        </div>
      )}
      {file?.notice === 'to-pay' && (
        <div class="aids">
          <LinkButton href={addressOf(place, paths.payment(file.number))}>{reader.text('portal.payment.see')}</LinkButton>
        </div>
      )}
      {file?.hasCard && (
        <div class="aids">
          <LinkButton kind="secondary" href={addressOf(place, paths.card(file.number))}>
            {reader.text('portal.card.link')}
          </LinkButton>
        </div>
      )}
      {file?.appeal && (
        <div class="aids">
          <AppealLink place={place} number={file.number} standing={file.appeal} />
        </div>
      )}
    </div>
  );
}

/** A registered family is told how its rights stand: that it was registered is over long since. */
function standing({ reader }: Place, { state, right }: FollowView): string {
  const isTold = right && right.state !== 'unknown' && right.state !== 'emergency-only';
  return reader.text(isTold ? `entitlements.answer.${right.state}` : `portal.state.${state}`);
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

type OfFile = { readonly place: Place; readonly view: FollowView; readonly file: FileFacts };

function Facts({ place, view, file }: OfFile): JSX.Element {
  const { reader } = place;
  return (
    <section class="column stack">
      <h2>{reader.text('portal.follow.facts')}</h2>
      <SummaryList rows={factRows(place, view, file)} />
      <div class="buttons">
        {file.hasScore && (
          <LinkButton kind="secondary" href={addressOf(place, paths.score(file.number))}>
            {reader.text('portal.follow.score')}
          </LinkButton>
        )}
        {file.hasLetter && (
          <LinkButton kind="secondary" href={addressOf(place, paths.decisionLetter(file.number))}>
            {reader.text('portal.follow.letter')}
          </LinkButton>
        )}
        <LinkButton kind="secondary" href={addressOf(place, paths.receipt(file.number))}>
          {reader.text('portal.follow.receipt')}
        </LinkButton>
        <LinkButton kind="secondary" href={addressOf(place, paths.dossier(file.number))}>
          {reader.text('portal.dossier.print')}
        </LinkButton>
        <LinkButton kind="secondary" href={addressOf(place, paths.notices(file.number))}>
          {reader.text('portal.notices.link')}
        </LinkButton>
        {view.state === 'registered' && !view.renewableUntil && !view.newer?.isUnderWay && (
          <LinkButton kind="secondary" href={addressOf(place, paths.renew(file.number))}>
            {reader.text('portal.renew.link')}
          </LinkButton>
        )}
        {view.state === 'registered' && (
          <LinkButton kind="secondary" href={addressOf(place, paths.family(file.number))}>
            {reader.text('portal.family.link')}
          </LinkButton>
        )}
        {!file.papers && (
          <LinkButton kind="secondary" href={addressOf(place, paths.papersOfRequest(file.number))}>
            {reader.text('portal.upload.link')}
          </LinkButton>
        )}
        {file.notice === 'settled' && (
          <LinkButton kind="secondary" href={addressOf(place, paths.payment(file.number))}>
            {reader.text('portal.payment.see')}
          </LinkButton>
        )}
      </div>
      <History place={place} view={view} />
    </section>
  );
}

function StepsAlone({ place, view }: { place: Place; view: FollowView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="column stack">
      <h2>{reader.text('portal.follow.more')}</h2>
      <p>{reader.say('portal.follow.more-text')}</p>
      <LinkButton kind="secondary" href={addressOf(place, paths.follow)}>
        {reader.text('portal.follow.more-button')}
      </LinkButton>
      <History place={place} view={view} />
    </section>
  );
}

function History({ place: { reader }, view }: { place: Place; view: FollowView }): JSX.Element {
  const title = reader.text('portal.follow.history');
  return (
    <Disclosure summary={title}>
      <DataTable
        label={title}
        caption={<span class="visually-hidden">{title}</span>}
        columns={['day', 'state', 'holder'].map((name) => ({ name: reader.text(`portal.follow.history.${name}`) }))}
        rows={view.history.map(({ on, state, holder }) => [
          reader.date(on, 'short'),
          reader.text(`portal.state.${state}`),
          holder ? reader.tell(holder) : '',
        ])}
      />
    </Disclosure>
  );
}

function factRows(place: Place, { state, right }: FollowView, { number, applicant, kind, category, persons }: FileFacts) {
  const { reader } = place;
  const name = reader.direction === 'rtl' ? applicant.arabic : applicant.latin;
  return [
    { term: reader.text('portal.follow.number'), description: reader.code(number) },
    { term: reader.text('portal.follow.applicant'), description: reader.name(name) },
    { term: reader.text('portal.follow.kind'), description: reader.text(`portal.kind.${kind}`) },
    { term: reader.text('portal.follow.state'), description: reader.text(`portal.state.${state}`) },
    ...(right
      ? [{ term: reader.text('portal.family.column.rights'), description: <RightLine place={place} right={right} /> }]
      : []),
    { term: reader.text('portal.follow.persons'), description: reader.number(persons) },
    ...(category
      ? [{ term: reader.text('portal.follow.category'), description: reader.text(`portal.category.${category}`) }]
      : []),
  ];
}
