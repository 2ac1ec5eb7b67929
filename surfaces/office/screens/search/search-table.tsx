import { Link } from 'wouter';
import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { CommuneOf, NameOf, NumberOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import type { Rows } from '../../components/use-rows.ts';
import type { QueuedFile } from '../work/queue-input.ts';
import type { Answer } from './search.tsx';

export type Found = Pick<Answer['files'][number], 'id' | 'number' | 'state' | 'since' | 'territory' | 'names'> & {
  readonly matched?: Answer['files'][number]['matched'];
};

/** The files that were found: where each stands, and by whom of the family it was found when that is not its head. */
export function SearchTable({ files, rows }: { readonly files: readonly (Found | QueuedFile)[]; readonly rows: Rows }) {
  const text = useText();
  const { language } = useSpeech();
  return (
    <Table className="queue-table" {...rows.table}>
      <caption className="unseen">{text('office.search.title')}</caption>
      <TableHead words="office.search.column" columns={['number', 'head', 'by', 'commune', 'state']} />
      <tbody>
        {files.map((file) => (
          <tr key={file.id}>
            <td>
              <Link href={`/file/${file.id}`} data-row>
                <NumberOf number={file.number} />
              </Link>
            </td>
            <th scope="row">
              <NameOf names={file.names} />
            </th>
            <td>
              <FoundBy file={file} />
            </td>
            <td>
              <CommuneOf code={file.territory} />
            </td>
            <td>
              <Words k={`office.search.state.${file.state}`} /> · <bdi>{formatDayOf(language, file.since)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function FoundBy({ file }: { readonly file: Found | QueuedFile }) {
  if (!('matched' in file) || file.matched === undefined) return null;
  const { by, likeness, person } = file.matched;
  if (by !== 'name' || person === undefined) return <Words k={`office.search.by.${by}`} />;
  return (
    <>
      <NameOf names={person.names} /> · <bdi>{person.birthDate.slice(0, 4)}</bdi>
      {likeness === 'slip' ? (
        <>
          {' '}
          <Words k="office.search.by.slip" />
        </>
      ) : null}
    </>
  );
}
