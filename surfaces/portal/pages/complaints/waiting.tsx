import type { JSX } from 'hono/jsx/jsx-runtime';
import { DataTable } from '#design/components/data-table.tsx';
import { StatusTag } from '#design/components/status-tag.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import type { ConcernLine } from './concerns.tsx';

export type WaitingComplaint = ConcernLine & { readonly request?: string };

/** The complaints of a territory that wait, for the posts that serve it. */
export function WaitingComplaints(props: { place: Place; complaints: readonly WaitingComplaint[] }): JSX.Element {
  const { place, complaints } = props;
  const { reader } = place;
  if (complaints.length === 0) return <p class="quiet">{reader.say('portal.complaints.post.nothing')}</p>;
  return (
    <DataTable
      caption={reader.text('portal.complaints.post.title')}
      label={reader.text('portal.complaints.post.title')}
      columns={['one.number', 'subject', 'post.request', 'post.answer-by'].map((key) => ({
        name: reader.text(`portal.complaints.${key}`),
      }))}
      rows={complaints.map(({ number, subject, request, answerBy, isLate }) => [
        <a href={addressOf(place, paths.oneComplaint(number))}>{reader.code(number)}</a>,
        reader.text(`portal.complaints.subject.${subject}`),
        request === undefined ? '–' : <a href={addressOf(place, paths.request(request))}>{reader.code(request)}</a>,
        <span>
          {reader.date(answerBy, 'short')}{' '}
          {isLate && <StatusTag tone="attention">{reader.text('portal.complaints.state.late')}</StatusTag>}
        </span>,
      ])}
    />
  );
}
