import { useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Fairness, Line, Measure } from './measures.ts';
import { useSaid } from './use-said.ts';

type TableProps = { readonly answer: Fairness; readonly measure: Measure; readonly lines: readonly Line[] };

const columns = ['group', 'of', 'value', 'interval', 'difference'] as const;

/** The same as the drawing, with counts and denominators. */
export function MeasureTable({ answer, measure, lines }: TableProps) {
  const text = useText();
  return (
    <Table aria-label={text(`office.fairness.figure.${measure}`)}>
      <TableHead words="office.fairness.column" columns={columns} />
      <tbody>
        {lines.map((line) => (
          <LineRow key={`${line.kind} ${line.name}`} answer={answer} measure={measure} line={line} />
        ))}
      </tbody>
    </Table>
  );
}

function LineRow({ answer, measure, line }: { readonly answer: Fairness; readonly measure: Measure; readonly line: Line }) {
  const { name, number, between } = useSaid(answer);
  const { value } = line;
  if (value === undefined)
    return (
      <tr>
        <th scope="row">
          <bdi>{name(line)}</bdi>
        </th>
        <td colSpan={columns.length - 1}>
          <Words k="office.fairness.too-few" />
        </td>
      </tr>
    );
  const { of, count } = value;
  return (
    <tr>
      <th scope="row">
        <bdi>{name(line)}</bdi>
      </th>
      <td>{count === undefined ? <bdi>{of}</bdi> : <Words k="office.fairness.count" facts={{ count, of }} />}</td>
      <td>
        <bdi>{number(measure, value.value)}</bdi>
      </td>
      <td>
        <bdi>{between(measure, value)}</bdi>
      </td>
      <td>
        <Difference answer={answer} line={line} />
      </td>
    </tr>
  );
}

function Difference({ answer, line }: { readonly answer: Fairness; readonly line: Line }) {
  const { points, pointsBetween } = useSaid(answer);
  const { difference } = line;
  if (difference === undefined) return null;
  return (
    <>
      <bdi>{points(difference.difference)}</bdi> <bdi className="hint">{pointsBetween(difference)}</bdi>{' '}
      <Tag look={difference.isApart ? 'warning' : 'open'}>
        <Words k={difference.isApart ? 'office.fairness.apart' : 'office.fairness.within'} />
      </Tag>
    </>
  );
}
