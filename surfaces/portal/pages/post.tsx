import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { DataTable } from '#design/components/data-table.tsx';
import { SummaryList } from '#design/components/summary-list.tsx';
import type { State } from '#modules/applications';
import type { PlainDate } from '#platform/dates';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

export type PostView = {
  readonly agentName: string;
  /** A key of the staff module's roles: `portal.role.…`. */
  readonly role: string;
  /** In the reader's language. */
  readonly territory: string;
  readonly counts: readonly { readonly state: State; readonly count: number; readonly oldest?: PlainDate }[];
  readonly files: readonly {
    readonly number: string;
    readonly applicant: string;
    readonly state: State;
    readonly since: PlainDate;
  }[];
};

/** What an agent finds on signing in: who they are here, how much waits in each state, and the files themselves. */
export function renderPost(place: Place, view: PostView): string {
  const { reader } = place;
  return renderPortalPage(
    place,
    { title: reader.text('portal.post.title') },
    <div class="sections">
      <div class="column stack">
        <h1 class="title">
          <span class="title__caption">{reader.name(view.agentName)}</span>
          {reader.text('portal.post.title')}
        </h1>
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
    </div>,
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
