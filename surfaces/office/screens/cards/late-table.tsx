import type { ReactNode } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Empty } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';

type Late = QuestionOutput<'cards.late-cards'>;

const columns = ['province', 'stage', 'holder', 'all', 'warning', 'late', 'foreseen', 'delay', 'usual', 'status'] as const;

/** By province and stage: what is late, what is about to be, and what will reach its province late by the pace that was seen. */
export function LateTable({ late }: { readonly late: Late }) {
  const text = useText();
  if (late.standings.length === 0) {
    return (
      <Empty>
        <Words k="office.cards.nothing-under-way" />
      </Empty>
    );
  }
  return (
    <>
      <p className="hint">
        <Words k="office.cards.foreseen-how" facts={{ days: late.days }} />
      </p>
      <Table aria-label={text('office.cards.late')}>
        <TableHead words="office.cards.column" columns={columns} />
        <tbody>
          {late.standings.map((standing) => (
            <StandingRow key={`${standing.province} ${standing.state}`} standing={standing} stages={late.stages} />
          ))}
        </tbody>
      </Table>
    </>
  );
}

type Row = { readonly standing: Late['standings'][number]; readonly stages: Late['stages'] };

function StandingRow({ standing, stages }: Row) {
  const stage = stages.find(({ state }) => state === standing.state);
  return (
    <tr>
      <th scope="row">
        <PlaceOf code={standing.province} />
      </th>
      <td>
        <Words k={`cards.state.${standing.state}`} />
      </td>
      <td>{stage ? <Words k={`office.cards.holder.${stage.holder}`} /> : null}</td>
      <td>
        <bdi>{standing.all}</bdi>
      </td>
      <Count count={standing.warning} look="warning" />
      <Count count={standing.late} look="refused" />
      <Count count={standing.foreseen} look="warning">
        {standing.foreseen > 0 && stage?.brake ? <Brake brake={stage.brake} /> : null}
      </Count>
      <td>
        {stage ? (
          <Words k="office.deadlines.three" facts={{ normal: stage.normal, warning: stage.warning, late: stage.late }} />
        ) : null}
      </td>
      <td>
        {stage ? (
          <Words
            k={stage.isSeen ? 'office.cards.usual-seen' : 'office.cards.usual-norm'}
            facts={{ days: Math.round(stage.usual * 10) / 10 }}
          />
        ) : null}
      </td>
      <td>{stage ? <Words k={`office.deadlines.status.${stage.status}`} /> : null}</td>
    </tr>
  );
}

/** The stage that makes them late, and who must act there. */
function Brake({ brake }: { readonly brake: NonNullable<Late['stages'][number]['brake']> }) {
  return (
    <div className="hint">
      <Words k={`cards.state.${brake.state}`} /> · <Words k={`office.cards.holder.${brake.holder}`} />
    </div>
  );
}

type CountProps = { readonly count: number; readonly look: 'warning' | 'refused'; readonly children?: ReactNode };

function Count({ count, look, children }: CountProps) {
  return (
    <td>
      {count === 0 ? <bdi>0</bdi> : <Tag look={look}>{count}</Tag>}
      {children}
    </td>
  );
}
