import type { JSX } from 'hono/jsx/jsx-runtime';
import { DataTable } from '#design/components/data-table.tsx';
import { StatusTag } from '#design/components/status-tag.tsx';
import type { PlainDate } from '#platform/dates';
import { addressOf, type Place, paths } from '../../place.ts';

/** `request`: its number, by which the post opens the file and reads the appeal. */
export type WaitingAppeal = {
  readonly number: string;
  readonly request: string;
  readonly filedOn: PlainDate;
  readonly isLate: boolean;
};

/** The appeals of a territory that nobody has examined yet, the longest waiting first. */
export function WaitingAppeals({ place, appeals }: { place: Place; appeals: readonly WaitingAppeal[] }): JSX.Element | null {
  const { reader } = place;
  if (appeals.length === 0) return null;
  return (
    <DataTable
      caption={reader.text('portal.appeals.post.title')}
      label={reader.text('portal.appeals.post.title')}
      columns={['appeals.one.number', 'complaints.post.request', 'appeals.post.filed-on'].map((key) => ({
        name: reader.text(`portal.${key}`),
      }))}
      rows={appeals.map(({ number, request, filedOn, isLate }) => [
        <a href={addressOf(place, paths.appeal(request))}>{reader.code(number)}</a>,
        <a href={addressOf(place, paths.request(request))}>{reader.code(request)}</a>,
        <span>
          {reader.date(filedOn, 'short')}{' '}
          {isLate && <StatusTag tone="attention">{reader.text('portal.appeals.post.late')}</StatusTag>}
        </span>,
      ])}
    />
  );
}
