import { Link } from 'wouter';
import { formatDays } from '#platform/i18n';
import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { CommuneOf, NameOf, NumberOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import type { Rows } from '../../components/use-rows.ts';
import type { QueuedFile, QueueState } from './queue-input.ts';

type QueueTableProps = {
  readonly state: QueueState;
  readonly files: readonly QueuedFile[];
  readonly rows: Rows;
  readonly onOpen: (at: number) => void;
};

/** One row a file: whose it is, why it is here, and how long. */
export function QueueTable({ state, files, rows, onOpen }: QueueTableProps) {
  const text = useText();
  return (
    <Table className="queue-table" {...rows.table}>
      <caption className="unseen">{text(`office.work.queue.${state}`)}</caption>
      <TableHead words="office.work.column" columns={['number', 'head', 'commune', 'why', 'waits']} />
      <tbody>
        {files.map((file, at) => (
          <tr key={file.id}>
            <td>
              <Link href={`/file/${file.id}`} data-row onClick={() => onOpen(at)}>
                <NumberOf number={file.number} />
              </Link>
            </td>
            <th scope="row">
              <NameOf names={file.names} />
            </th>
            <td>
              <CommuneOf code={file.territory} />
            </td>
            <td className="queue-why">
              <Why file={file} />
            </td>
            <td className="queue-waits">
              <Waits file={file} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** The step that brought it here; of papers, which ones; of partners, who is silent or answers otherwise. */
function Why({ file: { why, papers, partners } }: { readonly file: QueuedFile }) {
  const { language } = useSpeech();
  return (
    <>
      <Words k={`office.work.why.${why}`} />
      {papers.map((kind) => (
        <span key={kind} className="queue-paper">
          <Words k={`applications.paper.${kind}`} />
        </span>
      ))}
      {partners.map(({ partner, silentSince }) => (
        <span key={partner} className="queue-paper">
          <Words k={`verifications.partner.${partner}`} />{' '}
          {silentSince === undefined ? (
            <Words k="office.work.partner-differs" />
          ) : (
            <Words k="office.work.partner-silent" facts={{ day: formatDayOf(language, silentSince) }} />
          )}
        </span>
      ))}
    </>
  );
}

const looks: Readonly<Record<QueuedFile['standing'], TagLook>> = { 'on-time': 'waiting', warning: 'warning', late: 'refused' };

function Waits({ file: { days, standing } }: { readonly file: QueuedFile }) {
  const { language } = useSpeech();
  return (
    <Tag look={looks[standing]}>
      {formatDays(language, days)}
      {standing === 'on-time' ? null : (
        <>
          {' · '}
          <Words k={`office.work.standing.${standing}`} />
        </>
      )}
    </Tag>
  );
}
