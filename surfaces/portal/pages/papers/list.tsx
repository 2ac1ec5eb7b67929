import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button, LinkButton } from '#design/components/button.tsx';
import { StatusTag, type StatusTone } from '#design/components/status-tag.tsx';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place } from '../../place.ts';
import { renderApplyPage } from '../apply/frame.tsx';

export type PaperState = 'none' | 'asked-again' | 'sent' | 'promised' | 'being-scanned' | 'infected';

/** A paper that a family sends, brings, or has sent. */
export type PaperStanding = {
  readonly kind: string;
  readonly name: Message;
  readonly why?: Message;
  readonly copies: number;
  readonly state: PaperState;
  /** Absent when nothing was sent. */
  readonly sentOn?: PlainDate;
  readonly sheets: number;
  /** What an agent opens: the pages that were found clean. */
  readonly pages: readonly { readonly id: string; readonly isPdf: boolean }[];
};

export type PapersView = {
  /** A draft's own page, or one of something that is filed. */
  readonly isDraft: boolean;
  readonly title: Message;
  readonly back: string;
  readonly papers: readonly PaperStanding[];
  /** Whether whoever reads sends papers, opens them, or only sees what came. */
  readonly may: 'send' | 'open' | 'see';
  /** Where a draft goes on. */
  readonly next?: string;
};

const tones: Readonly<Record<PaperState, StatusTone>> = {
  none: 'todo',
  'asked-again': 'todo',
  sent: 'open',
  promised: 'waiting',
  'being-scanned': 'waiting',
  infected: 'refused',
};

/** P11, the list: each paper with where it stands; sending is never a duty. */
export function renderPapers(place: Place, view: PapersView): string {
  const { reader } = place;
  const render = view.isDraft ? renderApplyPage : renderFiledPage;
  const title = reader.tell(view.title);
  return render(
    place,
    { title: reader.text('portal.upload.title'), back: view.back },
    <Fragment>
      <h1 class="title">{title}</h1>
      {view.may === 'send' && <p class="lead">{reader.say(`portal.upload.lead.${view.isDraft ? 'draft' : 'filed'}`)}</p>}
      {view.may === 'see' && <p class="lead">{reader.say('portal.upload.lead.closed')}</p>}
      {view.papers.length === 0 && <p>{reader.say('portal.upload.nothing')}</p>}
      <ul class="people">
        {view.papers.map((paper) => (
          <Paper place={place} view={view} paper={paper} />
        ))}
      </ul>
      {view.may === 'send' && view.next !== undefined && <GoOn place={place} view={view} next={view.next} />}
    </Fragment>,
  );
}

function renderFiledPage(place: Place, options: Parameters<typeof renderPortalPage>[1], content: JSX.Element): string {
  return renderPortalPage(place, options, <div class="column stack">{content}</div>);
}

function Paper({ place, view, paper }: { place: Place; view: PapersView; paper: PaperStanding }): JSX.Element {
  const { reader, path } = place;
  const { kind, name, why, state, sentOn, sheets, copies } = paper;
  return (
    <li class="person stack">
      <h2>{reader.tell(name)}</h2>
      <p>
        <StatusTag tone={tones[state]}>{reader.text(`portal.upload.state.${state}`)}</StatusTag>
        {sheets > 0 && <Fragment> {reader.say('portal.upload.sheets', { count: sheets })}</Fragment>}
        {sentOn && <Fragment> · {reader.date(sentOn)}</Fragment>}
      </p>
      {view.may === 'send' && (why || copies > 1) && (
        <p class="quiet">
          {copies > 1 && <Fragment>{reader.say('applications.paper.copies', { count: copies })}. </Fragment>}
          {why && reader.tell(why)}
        </p>
      )}
      {view.may === 'send' && (
        <div class="person__actions">
          <a href={addressOf(place, `${path}/${kind}`)}>
            {reader.text(sheets > 0 ? 'portal.upload.more' : 'portal.upload.send')}
            <span class="visually-hidden"> {reader.tell(name)}</span>
          </a>
        </div>
      )}
      {view.may === 'open' && paper.pages.length > 0 && (
        <ul class="plain-list">
          {paper.pages.map(({ id, isPdf }, index) => (
            <li>
              <a href={addressOf(place, `${path}/page/${id}`)}>
                {reader.text(isPdf ? 'portal.upload.open-file' : 'portal.upload.open-page', { number: index + 1 })}
                <span class="visually-hidden"> {reader.tell(name)}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </li>
  );
}

function GoOn({ place, view, next }: { place: Place; view: PapersView; next: string }): JSX.Element {
  const { reader, path } = place;
  const left = view.papers.some(({ state }) => state === 'none');
  return (
    <div class="buttons">
      {left ? (
        <form method="post" action={addressOf(place, path)}>
          <Button>{reader.text('portal.upload.bring-rest')}</Button>
        </form>
      ) : (
        <LinkButton href={addressOf(place, next)}>{reader.text('portal.apply.continue')}</LinkButton>
      )}
    </div>
  );
}
