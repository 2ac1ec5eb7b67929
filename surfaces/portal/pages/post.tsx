import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { DataTable } from '#design/components/data-table.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { State } from '#modules/applications';
import type { PlainDate } from '#platform/dates';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';
import { type WaitingAppeal, WaitingAppeals } from './appeals/waiting.tsx';
import { type WaitingComplaint, WaitingComplaints } from './complaints/waiting.tsx';

export type PostView = {
  readonly agentName: string;
  /** A key of the staff module's roles: `portal.role.…`. */
  readonly role: string;
  /** In the reader's language. */
  readonly territory: string;
  /** Whether this post reads files at all. */
  readonly opensFiles: boolean;
  /** What was scanned or typed to open a file, and why it opened none. */
  readonly scan?: { readonly typed: string; readonly error: ScanError };
  readonly counts: readonly { readonly state: State; readonly count: number; readonly oldest?: PlainDate }[];
  readonly files: readonly {
    readonly number: string;
    readonly applicant: string;
    readonly state: State;
    readonly since: PlainDate;
  }[];
  /** Complaints of the territory that wait for an answer, those promised first before the others; absent for who may not read them. */
  readonly complaints?: readonly WaitingComplaint[];
  /** Appeals of the territory that nobody has examined; absent for who may not read them. */
  readonly appeals?: readonly WaitingAppeal[];
};

/**
 * Why no file was opened: nothing was given, it is no code of ours, its seal is false, it is a card's, the file is another post's, or no file
 * of the territory has the number that was typed.
 */
export type ScanError = 'missing' | 'unreadable' | 'forged' | 'card' | 'part' | 'elsewhere' | 'not-found';

/** What an agent finds on signing in: who they are here, how much waits in each state, and the files themselves. */
export function renderPost(place: Place, view: PostView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.post.title'), hasErrors: view.scan !== undefined },
    <div class="sections">
      <div class="column stack">
        {view.scan && (
          <ErrorSummary
            reader={reader}
            errors={[{ field: 'scanned', text: reader.text(`portal.counter.error.${view.scan.error}`) }]}
          />
        )}
        <h1 class="title">
          <span class="title__caption">{reader.name(view.agentName)}</span>
          {reader.text('portal.post.title')}
        </h1>
        {view.opensFiles && <OpenFile place={place} scan={view.scan} />}
        <SummaryList
          rows={[
            { term: reader.text('portal.post.role'), description: reader.text(`portal.role.${view.role}`) },
            { term: reader.text('portal.post.territory'), description: reader.name(view.territory) },
          ]}
        />
        <form method="post" action={addressOf(place, paths.signOut)}>
          <Button kind="secondary">{reader.text('portal.post.sign-out')}</Button>
        </form>
      </div>
      <Counts place={place} view={view} />
      <Files place={place} view={view} />
      {view.appeals && <WaitingAppeals place={place} appeals={view.appeals} />}
      {view.complaints && <WaitingComplaints place={place} complaints={view.complaints} />}
    </div>,
  );
}

/** A scanner types what it reads and presses Enter, like somebody at the keyboard. */
function OpenFile({ place, scan }: { place: Place; scan: PostView['scan'] }): JSX.Element {
  const { reader } = place;
  return (
    <form class="form" method="post" action={addressOf(place, paths.openFile)} novalidate>
      <TextField
        reader={reader}
        name="scanned"
        label={reader.text('portal.counter.scanned')}
        hint={reader.say('portal.counter.scanned-hint')}
        {...(scan ? { error: reader.text(`portal.counter.error.${scan.error}`) } : {})}
        value={scan?.typed ?? ''}
        shape="code"
        autocomplete="off"
        takesCursor
      />
      <Button>{reader.text('portal.counter.open')}</Button>
    </form>
  );
}

function Counts({ place: { reader }, view: { counts } }: { place: Place; view: PostView }): JSX.Element {
  return (
    <div class="column">
      <DataTable
        caption={reader.text('portal.post.counts')}
        label={reader.text('portal.post.counts')}
        columns={[
          { name: reader.text('portal.follow.state') },
          { name: reader.text('portal.post.count'), isNumber: true },
          { name: reader.text('portal.post.oldest') },
        ]}
        rows={counts.map(({ state, count, oldest }) => [
          reader.text(`portal.state.${state}`),
          reader.number(count),
          oldest ? reader.date(oldest, 'short') : '–',
        ])}
      />
    </div>
  );
}

function Files({ place, view: { files } }: { place: Place; view: PostView }): JSX.Element {
  const { reader } = place;
  if (files.length === 0) return <p class="lead">{reader.say('portal.post.nothing')}</p>;
  return (
    <DataTable
      caption={reader.text('portal.post.files')}
      label={reader.text('portal.post.files')}
      columns={['follow.number', 'post.applicant', 'follow.state', 'post.since'].map((key) => ({
        name: reader.text(`portal.${key}`),
      }))}
      rows={files.map(({ number, applicant, state, since }) => [
        <a href={addressOf(place, paths.request(number))}>{reader.code(number)}</a>,
        reader.name(applicant),
        reader.text(`portal.state.${state}`),
        reader.date(since, 'short'),
      ])}
    />
  );
}
