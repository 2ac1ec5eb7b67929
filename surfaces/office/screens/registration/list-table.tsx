import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import type { RegistrationList } from './registration.tsx';

const results = ['registered', 'waiting', 'held', 'rejected', 'unreadable'] as const;
const columns = ['list', 'place', 'days', 'state', 'told', ...results];

type TableProps = {
  readonly lists: readonly RegistrationList[];
  readonly chosen: string | undefined;
  readonly onChosen: (list: string) => void;
};

/** The lists that came last, each with how many of its records came to what. J and K go from one to the next, Enter opens. */
export function ListTable({ lists, chosen, onChosen }: TableProps) {
  const text = useText();
  const rows = useRows((place) => {
    const list = lists[place];
    if (list) onChosen(list.id);
  });
  return (
    <Table aria-label={text('office.registration.lists')} {...rows.table}>
      <TableHead words="office.registration.column" columns={columns} />
      <tbody>
        {lists.map((list) => (
          <ListRow key={list.id} list={list} isChosen={list.id === chosen} onChosen={onChosen} />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = {
  readonly list: RegistrationList;
  readonly isChosen: boolean;
  readonly onChosen: (list: string) => void;
};

function ListRow({ list, isChosen, onChosen }: RowProps) {
  const { language } = useSpeech();
  return (
    <tr>
      <th scope="row">
        <button type="button" className="button button-link" data-row aria-pressed={isChosen} onClick={() => onChosen(list.id)}>
          <bdi dir="ltr">{list.reference}</bdi>
        </button>
      </th>
      <td>
        <PlaceOf code={list.province} />
      </td>
      <td>
        <Words k="office.registration.from-to" facts={{ from: list.from, to: list.to }} />
      </td>
      <td>
        <Tag look={list.state === 'unreadable' ? 'refused' : list.state === 'receiving' ? 'waiting' : 'open'}>
          <Words k={`entitlements.list.${list.state}`} />
        </Tag>{' '}
        <span className="hint">{formatDayOf(language, list.receivedAt)}</span>
      </td>
      <td>
        <bdi>{list.familiesTold}</bdi>
      </td>
      {results.map((result) => (
        <Count key={result} list={list} result={result} />
      ))}
    </tr>
  );
}

function Count({ list, result }: { readonly list: RegistrationList; readonly result: (typeof results)[number] }) {
  const records = list.results.filter((one) => one.result === result).reduce((sum, one) => sum + one.records, 0);
  const isBad = records > 0 && (result === 'rejected' || result === 'unreadable');
  return <td>{isBad ? <Tag look="refused">{records}</Tag> : <bdi>{records}</bdi>}</td>;
}
