import { Link } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
import { CommuneOf, NumberOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

export type Told = QuestionOutput<'applications.told-to-me'>['escalated'];
type Line = Told['some'][number];

/** Lines may be ticked, to answer several at once. */
type Ticking = { readonly ticked: ReadonlySet<string>; readonly onTick: (id: string) => void };

type TableProps = { readonly label: 'escalated' | 'warned'; readonly told: Told; readonly ticking?: Ticking };

/** What was told to a post, the longest waiting first. */
export function ToldTable({ label, told, ticking }: TableProps) {
  const text = useText();
  const more = told.all - told.some.length;
  return (
    <>
      <Table aria-label={text(`office.deadlines.${label}`)}>
        <TableHead words="office.deadlines.column" columns={['what', 'clock', 'holder', 'days', 'place']} />
        <tbody>
          {told.some.map((line) => (
            <ToldRow key={line.id} line={line} {...(ticking ? { ticking } : {})} />
          ))}
        </tbody>
      </Table>
      {more > 0 ? (
        <p className="hint">
          <Words k="office.deadlines.more" facts={{ more }} />
        </p>
      ) : null}
    </>
  );
}

function ToldRow({ line, ticking }: { readonly line: Line; readonly ticking?: Ticking }) {
  return (
    <tr>
      <th scope="row">
        {ticking ? <Tick line={line} ticking={ticking} /> : <Words k={`office.deadlines.kind.${line.kind}`} />}{' '}
        {line.kind === 'application' ? (
          <Link href={`/file/${line.subject}`}>
            <NumberOf number={line.number} />
          </Link>
        ) : (
          <NumberOf number={line.number} />
        )}
      </th>
      <td>
        <Words k={`office.deadlines.clock.${line.clock}`} />
      </td>
      <td>
        <Words k={`office.deadlines.holder.${line.holder}`} />
      </td>
      <td>
        <bdi>{line.days}</bdi>
      </td>
      <td>
        <CommuneOf code={line.territory} />
      </td>
    </tr>
  );
}

function Tick({ line, ticking: { ticked, onTick } }: { readonly line: Line; readonly ticking: Ticking }) {
  const kind = useText()(`office.deadlines.kind.${line.kind}`);
  return (
    <label>
      <input
        type="checkbox"
        aria-label={`${kind} ${line.number}`}
        checked={ticked.has(line.id)}
        onChange={() => onTick(line.id)}
      />{' '}
      {kind}
    </label>
  );
}
