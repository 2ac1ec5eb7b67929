import type { QuestionOutput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';

type Delay = QuestionOutput<'applications.deadlines'>['delays'][number];
type Counted = QuestionOutput<'commissions.deadlines'>['counted'][number];

const columns = ['clock', 'holder', 'delay', 'all', 'warning', 'late', 'silence', 'status'] as const;

/** Every delay of the law in the order of the road: its days, who holds what stands under it, and how much of that is late. */
export function Delays({ delays, counted }: { readonly delays: readonly Delay[]; readonly counted: readonly Counted[] }) {
  const text = useText();
  return (
    <Table aria-label={text('office.deadlines.all-delays')}>
      <TableHead words="office.deadlines.column" columns={columns} />
      <tbody>
        {delays.map((delay) => (
          <DelayRow key={delay.clock} delay={delay} counted={counted.filter(({ clock }) => clock === delay.clock)} />
        ))}
      </tbody>
    </Table>
  );
}

function DelayRow({ delay, counted }: { readonly delay: Delay; readonly counted: readonly Counted[] }) {
  const { clock, normal, warning, late, files, silence } = delay;
  const holder = delay.holder ?? counted[0]?.holder;
  const counts = [...(files ? [{ kind: 'application', ...files }] : []), ...counted];
  return (
    <tr>
      <th scope="row">
        <Words k={`office.deadlines.clock.${clock}`} />
      </th>
      <td>{holder === undefined ? null : <Words k={`office.deadlines.holder.${holder}`} />}</td>
      <td>
        <Words k="office.deadlines.three" facts={{ normal, warning, late }} />
      </td>
      <td>
        {counts.map(({ kind, all }) => (
          <p key={kind}>
            <Words k={`office.deadlines.kind.${kind}`} /> <bdi>{all}</bdi>
          </p>
        ))}
      </td>
      <Count counts={counts.map((count) => count.warning)} look="warning" />
      <Count counts={counts.map((count) => count.late)} look="refused" />
      <td>{silence === undefined ? null : <Words k={`office.deadlines.silence.${silence}`} />}</td>
      <td title={delay.source}>
        <Words k={`office.deadlines.status.${delay.status}`} />
      </td>
    </tr>
  );
}

function Count({ counts, look }: { readonly counts: readonly number[]; readonly look: 'warning' | 'refused' }) {
  const sum = counts.reduce((total, count) => total + count, 0);
  if (counts.length === 0) return <td />;
  return <td>{sum === 0 ? <bdi>0</bdi> : <Tag look={look}>{sum}</Tag>}</td>;
}
