import { useState } from 'react';
import { Link } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { inFours } from '../../client/names.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { RejectDialog } from './reject-dialog.tsx';

type Records = QuestionOutput<'entitlements.registration-records'>['records'];

/** Of a record that could not be read the rule, of another the subject of table 3. */
export function Why({ result, code }: { readonly result: string; readonly code: string | null }) {
  return code === null ? null : <Words k={`entitlements.${result === 'unreadable' ? 'rule' : 'rejection'}.${code}`} />;
}

const columns = ['line', 'request', 'result', 'why', 'where'];

type TableProps = { readonly records: Records; readonly onRejected: () => void };

/** The records that are not registered. Those that wait for the insurers can be ticked, and sent back with a code by whoever registers. */
export function RecordTable({ records, onRejected }: TableProps) {
  const text = useText();
  const mayReject = useMayDo('entitlements:register');
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [isAsking, setAsking] = useState(false);
  const [rejected, setRejected] = useState<number>();
  const end = (done?: number) => {
    setAsking(false);
    if (done === undefined) return;
    setRejected(done);
    setTicked(new Set());
    onRejected();
  };
  return (
    <>
      <Table aria-label={text('office.registration.records')}>
        <TableHead words="office.registration.column" columns={mayReject ? ['tick', ...columns] : columns} />
        <tbody>
          {records.map((record) => (
            <RecordRow
              key={record.ordinal}
              record={record}
              tick={mayReject ? { ticked, onTicked: (one) => setTicked(toggled(ticked, one)) } : undefined}
            />
          ))}
        </tbody>
      </Table>
      {mayReject && records.some(isWaiting) ? (
        <p className="buttons">
          <Button look="danger" isDisabled={ticked.size === 0} onPress={() => setAsking(true)}>
            <Words k="office.registration.reject" facts={{ families: ticked.size }} />
          </Button>
        </p>
      ) : null}
      <p role="status">
        {rejected === undefined ? null : <Words k="office.registration.rejected" facts={{ families: rejected }} />}
      </p>
      {isAsking ? <RejectDialog applications={[...ticked]} onEnd={end} /> : null}
    </>
  );
}

function toggled(ticked: ReadonlySet<string>, one: string): ReadonlySet<string> {
  return ticked.has(one) ? new Set([...ticked].filter((id) => id !== one)) : new Set([...ticked, one]);
}

/** Validated and not registered: the insurers have not answered, and somebody may see that it is wrong. */
function isWaiting({ result, application }: Records[number]): boolean {
  return result === 'waiting' && application !== null;
}

type Ticking = { readonly ticked: ReadonlySet<string>; readonly onTicked: (application: string) => void };
type RowProps = { readonly record: Records[number]; readonly tick: Ticking | undefined };

function RecordRow({ record, tick }: RowProps) {
  return (
    <tr>
      {tick === undefined ? null : (
        <td>
          <Tick record={record} tick={tick} />
        </td>
      )}
      <th scope="row">
        <bdi>{record.line}</bdi>
      </th>
      <td>
        <Request record={record} />
      </td>
      <td>
        <Words k={`entitlements.record.${record.result}`} />
      </td>
      <td>
        <Why result={record.result} code={record.code} />
      </td>
      <td>
        <bdi dir="ltr">{record.place}</bdi>
      </td>
    </tr>
  );
}

function Tick({ record, tick: { ticked, onTicked } }: { readonly record: Records[number]; readonly tick: Ticking }) {
  const text = useText();
  const { application, request } = record;
  if (!isWaiting(record) || application === null) return null;
  return (
    <input
      type="checkbox"
      aria-label={text('office.registration.tick', { number: inFours(request ?? '') })}
      checked={ticked.has(application)}
      onChange={() => onTicked(application)}
    />
  );
}

function Request({ record: { request, application } }: { readonly record: Records[number] }) {
  if (request === null) return null;
  if (application === null) return <NumberOf number={request} />;
  return (
    <Link href={`/file/${application}`}>
      <NumberOf number={request} />
    </Link>
  );
}
