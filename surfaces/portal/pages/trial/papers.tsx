import type { Child } from 'hono/jsx';
import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button, LinkButton } from '#design/components/button.tsx';
import { Pictogram, type PictogramName } from '#design/components/pictogram.tsx';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import type { PaperToBring } from '../../views/papers-to-bring.ts';
import { type AskedFields, ClearAnswers, hasFaults, Mistakes, Questions } from './question.tsx';

/** P04: who the family is, counted; posts to its own address. */
export function renderPapersQuestion(place: Place, asked: AskedFields): string {
  const { reader, path } = place;
  const title = reader.text('portal.papers.title');
  return renderPortalPage(
    place,
    { title, hasErrors: hasFaults(asked), back: paths.home },
    <div class="sections">
      <div class="column stack">
        <Mistakes place={place} asked={asked} />
        <form class="form" method="post" action={addressOf(place, path)} novalidate>
          <div class="stack">
            <h1 class="title">{title}</h1>
            <p class="lead">{reader.say('portal.papers.lead')}</p>
            <p>{reader.say('applications.form.page.counts.hint')}</p>
          </div>
          <Questions place={place} asked={asked} />
          <Button>{reader.text('portal.papers.button')}</Button>
        </form>
        <p>
          <a href={addressOf(place, paths.guidePage('papers'))}>{reader.text('portal.papers.guide')}</a>
        </p>
      </div>
      <ClearAnswers place={place} />
    </div>,
  );
}

export type PapersListView = {
  readonly papers: readonly PaperToBring[];
  /** Whether they are only those of every family. */
  readonly isShortest: boolean;
  /** Days to bring a paper that the counter asks for. */
  readonly days: number;
};

/** P04, the list: each paper with its reason, to tick on paper; nobody is named on it. */
export function renderPapersList(place: Place, { papers, isShortest, days }: PapersListView): string {
  const { reader } = place;
  const title = reader.text('portal.papers.list.title');
  return renderPortalPage(
    place,
    { title, back: paths.papers },
    <div class="sections" data-print="">
      <div class="column sections">
        <div class="stack">
          <h1 class="title">{title}</h1>
          <p class="lead">{reader.say('portal.papers.list.lead')}</p>
          <ul class="checklist">
            <Tick picture="form" name={reader.text('portal.papers.form')} about={reader.say('portal.papers.form-why')} />
            {papers.map(({ kind, name, why, where, copies }) => (
              <Tick
                picture={pictures[kind]}
                name={reader.tell(name)}
                copies={copies > 1 ? reader.say('applications.paper.copies', { count: copies }) : undefined}
                about={
                  <Fragment>
                    {reader.tell(why)} {reader.tell(where)}
                  </Fragment>
                }
              />
            ))}
          </ul>
          {isShortest && <p>{reader.say('portal.papers.nothing-more')}</p>}
          <p>{reader.say('portal.papers.missing', { days })}</p>
          <p class="quiet">
            {reader.say('portal.papers.source')} {reader.say('portal.papers.where-custom')}
          </p>
        </div>
        <div class="stack on-screen">
          <div class="buttons">
            <LinkButton href={addressOf(place, paths.apply.start)}>{reader.text('portal.papers.apply')}</LinkButton>
            <LinkButton kind="secondary" href={addressOf(place, paths.offices)}>
              {reader.text('portal.papers.offices')}
            </LinkButton>
          </div>
          <p>
            <a href={addressOf(place, paths.papers)}>{reader.text('portal.papers.again')}</a>
          </p>
        </div>
      </div>
      <ClearAnswers place={place} />
    </div>,
  );
}

const pictures: Readonly<Record<PaperToBring['kind'], PictogramName>> = {
  'applicant-identity': 'national-card',
  'adult-identity': 'national-card',
  'child-identity': 'child',
  'applicant-photos': 'photo',
  'spouse-photos': 'photo',
  'medical-certificate': 'health-centre',
  'school-certificate': 'school',
  'collective-life': 'family',
  'fostered-charge': 'mother',
  'salary-certificate': 'coins',
  'residence-certificate': 'house',
};

type Ticked = {
  readonly picture: PictogramName;
  readonly name: Child;
  readonly copies?: JSX.Element | undefined;
  /** Why it is needed, and where one asks for it. */
  readonly about: JSX.Element;
};

function Tick({ picture, name, copies, about }: Ticked): JSX.Element {
  return (
    <li>
      <Pictogram name={picture} />
      <div>
        <strong>{name}</strong>
        {copies && <Fragment> · {copies}</Fragment>}
        <br />
        <span class="quiet">{about}</span>
      </div>
    </li>
  );
}
