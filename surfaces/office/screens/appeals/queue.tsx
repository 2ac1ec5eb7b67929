import { Link, useLocation } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { CommuneOf, NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useRows } from '../../components/use-rows.ts';
import { ClockTag } from './clock-tag.tsx';

export type Queued = QuestionOutput<'commissions.appeals-queue'>['appeals'][number];

/** What waits for the province, the nearest deadline first. */
export function Queue() {
  const asked = useAnswer('commissions.appeals-queue', {});
  return (
    <Shown
      asked={asked}
      isEmpty={({ appeals }) => appeals.length === 0}
      empty={
        <Empty>
          <Words k="office.appeals.nothing" />
        </Empty>
      }
    >
      {({ appeals }) => <List appeals={appeals} />}
    </Shown>
  );
}

const columns = ['appeal', 'head', 'commune', 'first', 'state', 'delay'] as const;

function List({ appeals }: { readonly appeals: readonly Queued[] }) {
  const text = useText();
  const [, go] = useLocation();
  const rows = useRows((place) => go(`/appeals/queue/${appeals[place]?.id ?? ''}`));
  return (
    <Table {...rows.table} aria-label={text('office.appeals.part.queue')}>
      <TableHead words="office.appeals.column" columns={columns} />
      <tbody>
        {appeals.map((appeal) => (
          <tr key={appeal.id}>
            <th scope="row">
              <Link href={`/appeals/queue/${appeal.id}`} data-row>
                <NumberOf number={appeal.number} />
              </Link>
            </th>
            <td>
              <NameOf names={appeal.names} />
            </td>
            <td>
              <CommuneOf code={appeal.territory} />
            </td>
            <td>{appeal.first === undefined ? '–' : <Words k={`commissions.outcome.${appeal.first}`} />}</td>
            <td>
              <Words k={`commissions.appeal-state.${appeal.state}`} />
            </td>
            <td>
              <ClockTag clock={appeal.clock} daysLeft={appeal.daysLeft} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
