import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import type { CoverList } from './cover-lists.tsx';

const columns = ['list', 'body', 'kind', 'stands', 'came', 'state', 'told', 'kept', 'refused'];
const looks: Readonly<Record<CoverList['state'], TagLook>> = {
  receiving: 'waiting',
  held: 'warning',
  applied: 'open',
  unreadable: 'refused',
  refused: 'refused',
  set_aside: 'todo',
};

type TableProps = {
  readonly lists: readonly CoverList[];
  readonly here: string | undefined;
  readonly onChosen: (list: string) => void;
};

/** Who sent what, when, and how many of its lines were kept. J and K go from one to the next, Enter opens. */
export function ListTable({ lists, here, onChosen }: TableProps) {
  const text = useText();
  const rows = useRows((place) => {
    const list = lists[place];
    if (list) onChosen(list.id);
  });
  return (
    <Table aria-label={text('office.cover-lists.lists')} {...rows.table}>
      <TableHead words="office.cover-lists.column" columns={columns} />
      <tbody>
        {lists.map((list) => (
          <ListRow key={list.id} list={list} isHere={list.id === here} onChosen={onChosen} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = { readonly list: CoverList; readonly isHere: boolean; readonly onChosen: (list: string) => void };

function ListRow({ list, isHere, onChosen }: RowProps) {
  const { language } = useSpeech();
  return (
    <tr>
      <th scope="row">
        <button type="button" className="button button-link" data-row aria-pressed={isHere} onClick={() => onChosen(list.id)}>
          <bdi dir="ltr">{list.reference}</bdi>
        </button>
      </th>
      <td>
        <BodyOf list={list} />
      </td>
      <td>
        <Words k={`office.cover-lists.kind.${list.kind}`} />
      </td>
      <td>
        <Words k="office.cover-lists.day" facts={{ day: list.standsOn }} />
      </td>
      <td>{formatDayOf(language, list.receivedAt)}</td>
      <td>
        <StateOf list={list} />
      </td>
      <td>
        <Count lines={list.linesTold} />
      </td>
      <td>
        <Count lines={list.accepted} />
      </td>
      <td>
        {list.refused === 0 ? (
          <Count lines={0} />
        ) : (
          <Tag look="refused">
            <Count lines={list.refused} />
          </Tag>
        )}
      </td>
    </tr>
  );
}

/** The body as it calls itself, and the scheme it tells of where the name does not say it. */
export function BodyOf({ list: { organism, scheme } }: { readonly list: CoverList }) {
  if (organism === scheme) return <Words k={`office.double-cover.scheme.${scheme}`} />;
  return (
    <>
      <bdi dir="ltr">{organism}</bdi> · <Words k={`office.double-cover.scheme.${scheme}`} />
    </>
  );
}

export function StateOf({ list: { state } }: { readonly list: CoverList }) {
  return (
    <Tag look={looks[state]}>
      <Words k={`coverage.list.${state}`} />
    </Tag>
  );
}

export function Count({ lines }: { readonly lines: number }) {
  return <Words k="office.cover-lists.count" facts={{ lines }} />;
}
