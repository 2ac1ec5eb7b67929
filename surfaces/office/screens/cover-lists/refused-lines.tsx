import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useChange } from '../../client/use-change.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import type { CoverList } from './cover-lists.tsx';
import { Count } from './list-table.tsx';

type Lines = QuestionOutput<'coverage.refused-lines'>['lines'];
const AT_ONCE = 100;
const columns = ['line', 'member', 'where', 'why'];

/** The refused lines of a list: how many by which rule, then each with its line, its field and the rule in words. */
export function RefusedLines({ list: { id, state, refused } }: { readonly list: CoverList }) {
  const [after, setAfter] = useState(0);
  const isAny = refused > 0;
  const counts = useAnswer('coverage.one-list', isAny ? { list: id } : undefined);
  const lines = useAnswer('coverage.refused-lines', isAny ? { list: id, after, limit: AT_ONCE } : undefined);
  // What is told of single lines is of the same moment as the count above them.
  useChange(String(refused), () => {
    for (const asked of [counts, lines]) if (asked.state !== 'loading') asked.again();
  });
  if (!isAny)
    return (
      <p>
        <Words k={`office.cover-lists.none-refused${state === 'receiving' ? '-yet' : ''}`} />
      </p>
    );
  return (
    <>
      <h3>
        <Words k="office.cover-lists.refused" />
      </h3>
      {counts.state === 'ready' ? <ByRule refusals={counts.data.refusals} /> : null}
      <Shown asked={lines}>
        {({ lines: some }) =>
          some.length === 0 ? (
            <Empty>
              <Words k="office.cover-lists.no-more" />
            </Empty>
          ) : (
            <LineTable lines={some} />
          )
        }
      </Shown>
      <Pages after={after} lines={lines.state === 'ready' ? lines.data.lines : []} onAfter={setAfter} />
    </>
  );
}

function ByRule({ refusals }: Pick<QuestionOutput<'coverage.one-list'>, 'refusals'>) {
  return (
    <ul>
      {refusals.map(({ rule, lines }) => (
        <li key={rule}>
          <Count lines={lines} /> · <Words k={`coverage.rule.${rule}`} />
        </li>
      ))}
    </ul>
  );
}

function LineTable({ lines }: { readonly lines: Lines }) {
  const text = useText();
  return (
    <Table aria-label={text('office.cover-lists.refused')}>
      <TableHead words="office.cover-lists.column" columns={columns} />
      <tbody>
        {lines.map(({ ordinal, line, member, place, rule }) => (
          <tr key={ordinal}>
            <th scope="row">
              <Count lines={line} />
            </th>
            <td>{member === null ? '–' : <bdi dir="ltr">{member}</bdi>}</td>
            <td>{place === '' ? <Words k="office.cover-lists.whole-line" /> : <bdi dir="ltr">{place}</bdi>}</td>
            <td>
              <Words k={`coverage.rule.${rule}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type PagesProps = { readonly after: number; readonly lines: Lines; readonly onAfter: (after: number) => void };

function Pages({ after, lines, onAfter }: PagesProps) {
  const last = lines.length < AT_ONCE ? undefined : lines.at(-1);
  return (
    <div className="buttons">
      {after === 0 ? null : (
        <Button onPress={() => onAfter(0)}>
          <Words k="office.cover-lists.from-first" />
        </Button>
      )}
      {last === undefined ? null : (
        <Button onPress={() => onAfter(last.ordinal)}>
          <Words k="office.cover-lists.more" />
        </Button>
      )}
    </div>
  );
}
