import { barChart } from '#design/charts/index.ts';
import { languages } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Chart } from '../../components/chart.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Swept } from './swept.tsx';

type Answer = QuestionOutput<'coverage.double-cover-figures'>;

/** The control in figures, as the yearly report counts it: controlled, found, persons and cards avoided by scheme and month. */
export function Figures({ maySweep }: { readonly maySweep: boolean }) {
  const asked = useAnswer('coverage.double-cover-figures', {});
  return (
    <Shown asked={asked}>
      {(answer) => (
        <>
          <p>
            <Words k="office.double-cover.controls" facts={{ ...answer.controls }} />
          </p>
          <Swept maySweep={maySweep} onSwept={() => (asked.state === 'loading' ? undefined : asked.again())} />
          <Avoided answer={answer} />
          <FoundTable answer={answer} />
        </>
      )}
    </Shown>
  );
}

function Avoided({ answer: { avoided } }: { readonly answer: Answer }) {
  const total = {
    persons: avoided.reduce((sum, { persons }) => sum + persons, 0),
    families: avoided.reduce((sum, { families }) => sum + families, 0),
  };
  return (
    <section className="figure">
      <h2>
        <Words k="office.double-cover.avoided" facts={total} />
      </h2>
      <p className="hint">
        <Words k="office.double-cover.published" />
      </p>
      {avoided.length === 0 ? (
        <Empty>
          <Words k="office.double-cover.nothing-avoided" />
        </Empty>
      ) : (
        <>
          <BySchemes avoided={avoided} />
          <AvoidedTable avoided={avoided} />
        </>
      )}
    </section>
  );
}

function BySchemes({ avoided }: Pick<Answer, 'avoided'>) {
  const text = useText();
  const { language } = useSpeech();
  const sums = [...Map.groupBy(avoided, ({ scheme }) => scheme)].map(([scheme, rows]) => ({
    ...{ scheme, cards: rows.reduce((sum, { families }) => sum + families, 0) },
  }));
  const bars = sums
    .toSorted((one, other) => other.cards - one.cards)
    .map(({ scheme, cards }) => ({
      label: text(`office.double-cover.scheme.${scheme}`),
      said: text('office.double-cover.count', { cases: cards }),
      value: cards,
      look: 'one' as const,
    }));
  const frame = {
    title: text('office.double-cover.by-scheme'),
    direction: languages[language].direction,
    end: Math.max(1, ...sums.map(({ cards }) => cards)),
  };
  return <Chart svg={barChart(bars, frame)} />;
}

function AvoidedTable({ avoided }: Pick<Answer, 'avoided'>) {
  const rows = avoided.map(({ month, scheme, foundBy, persons, families }) => ({
    key: `${month} ${scheme} ${foundBy}`,
    cells: [
      <bdi key="month" dir="ltr">
        {month}
      </bdi>,
      <Words key="scheme" k={`office.double-cover.scheme.${scheme}`} />,
      <Words key="found" k={`coverage.case.found-by.${foundBy}`} />,
      <Words key="persons" k="office.double-cover.count" facts={{ cases: persons }} />,
      <Words key="cards" k="office.double-cover.count" facts={{ cases: families }} />,
    ],
  }));
  return <FiguresTable name="by-month" columns={['month', 'scheme', 'found', 'persons', 'cards']} rows={rows} />;
}

function FoundTable({ answer: { found } }: { readonly answer: Answer }) {
  if (found.length === 0) return null;
  const rows = found.map(({ foundBy, scheme, state, cases }) => ({
    key: `${foundBy} ${scheme} ${state}`,
    cells: [
      <Words key="found" k={`coverage.case.found-by.${foundBy}`} />,
      <Words key="scheme" k={`office.double-cover.scheme.${scheme}`} />,
      <Words key="state" k={`coverage.case.${state}`} />,
      <Words key="cases" k="office.double-cover.count" facts={{ cases }} />,
    ],
  }));
  return <FiguresTable name="found-cases" columns={['found', 'scheme', 'state', 'number']} rows={rows} />;
}

type TableProps = {
  readonly name: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly key: string; readonly cells: readonly React.ReactNode[] }[];
};

function FiguresTable({ name, columns, rows }: TableProps) {
  const text = useText();
  return (
    <section>
      <h2>
        <Words k={`office.double-cover.${name}`} />
      </h2>
      <Table aria-label={text(`office.double-cover.${name}`)}>
        <TableHead words="office.double-cover" columns={columns} />
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key}>
              {cells.map((cell, at) => (
                <td key={columns[at]}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
