import { useRef, useState } from 'react';
import { formatMoment } from '../../client/moments.ts';
import { inFours } from '../../client/names.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useKeptWork } from '../../client/use-kept-work.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Loading } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import type { Entry, OutboxView } from '../../offline/index.ts';
import { BringBack } from './bring-back.tsx';
import { ItemRow } from './item-row.tsx';
import { RoomLine } from './room-line.tsx';
import { WithdrawDialog } from './withdraw-dialog.tsx';

const SETTLED = new Set(['replaced', 'withdrawn']);

/** B12: what was done and is not yet at the server, why, and what the agent can do about each. */
export function OutboxScreen() {
  const { kept } = useOffice();
  const { view, line } = useKeptWork();
  useShortcut('retry', () => void kept.sendNow());
  useShortcut('export', () => void saveExport());
  const saveExport = async () => saveFile(await kept.exportUnsent());
  if (view === undefined) return <Loading />;
  const waiting = view.entries.filter(({ standing }) => standing.state !== 'acknowledged' && !SETTLED.has(standing.state));
  return (
    <section className="outbox">
      <h1>
        <Words k="office.outbox.title" />
      </h1>
      <div className="buttons">
        <Button look="primary" keys="R" isBusy={line.isSending} onPress={() => void kept.sendNow()}>
          <Words k="office.outbox.send-now" />
        </Button>
        <Button keys="E" isDisabled={view.counts.unsent === 0} onPress={() => void saveExport()}>
          <Words k="office.outbox.export" />
        </Button>
        <BringBack />
      </div>
      <RoomLine bytes={view.counts.bytes} />
      {view.counts.unsent === 0 ? <AllSent lastArrival={view.lastArrival} /> : <Waiting view={view} waiting={waiting} />}
      <Arrived view={view} />
    </section>
  );
}

function AllSent({ lastArrival }: Pick<OutboxView, 'lastArrival'>) {
  const { language } = useSpeech();
  if (lastArrival === undefined)
    return (
      <Empty>
        <Words k="office.outbox.nothing" />
      </Empty>
    );
  return (
    <Empty>
      <Words k="office.outbox.all-sent" facts={{ moment: formatMoment(language, Date.parse(lastArrival)) }} />
    </Empty>
  );
}

function Waiting({ view, waiting }: { readonly view: OutboxView; readonly waiting: readonly Entry[] }) {
  const [withdrawing, setWithdrawing] = useState<Entry>();
  const list = useRef<HTMLTableElement>(null);
  const move = (by: number) => moveFocus(list.current, by);
  useShortcut('list-next', () => move(1));
  useShortcut('list-previous', () => move(-1));
  return (
    <>
      <Table className="outbox-list" ref={list}>
        <caption className="unseen">
          <Words k="office.outbox.title" />
        </caption>
        <TableHead words="office.outbox" columns={['what', 'state', 'age', 'tries', 'deeds']} />
        <tbody>
          {waiting.map((entry) => (
            <ItemRow key={entry.item.id} entry={entry} view={view} onWithdraw={() => setWithdrawing(entry)} />
          ))}
          {view.damaged.map((id) => (
            <tr key={id}>
              <th scope="row">
                <Words k="office.outbox.damaged" facts={{ id: id.slice(-6) }} />
              </th>
              <td colSpan={4}>
                <Words k="office.outbox.trouble.record-damaged" />
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
      {withdrawing === undefined ? null : <WithdrawDialog entry={withdrawing} onClose={() => setWithdrawing(undefined)} />}
    </>
  );
}

/** The last that arrived, with the number the server gave: for the receipt to be printed again. */
function Arrived({ view }: { readonly view: OutboxView }) {
  const { language } = useSpeech();
  const arrived = view.entries.filter(({ item, standing }) => standing.state === 'acknowledged' && item.work.does === 'deed');
  if (arrived.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.outbox.arrived" />
      </h2>
      <ul className="outbox-arrived">
        {arrived
          .slice(-20)
          .reverse()
          .map(({ item, standing }) => (
            <li key={item.id}>
              <bdi>{item.label}</bdi> <NumberOf output={standing.output} />{' '}
              <time>{standing.receipt === undefined ? '' : formatMoment(language, Date.parse(standing.receipt.receivedAt))}</time>
            </li>
          ))}
      </ul>
    </section>
  );
}

function NumberOf({ output }: { readonly output: unknown }) {
  if (typeof output !== 'object' || output === null || !('number' in output) || typeof output.number !== 'string') return null;
  return <bdi dir="ltr">{inFours(output.number)}</bdi>;
}

function moveFocus(list: HTMLTableElement | null, by: number): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('tr[tabindex]') ?? [])];
  const here = rows.findIndex((row) => row.contains(document.activeElement));
  rows[Math.max(0, Math.min(rows.length - 1, here + by))]?.focus();
}

function saveFile(content: Blob): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = `ramed-${new Date().toISOString().slice(0, 10)}.outbox.json`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 60_000);
}
