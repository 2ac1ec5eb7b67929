import { useEffect, useState } from 'react';
import { asProposed } from '#modules/commissions';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useRows } from '../../components/use-rows.ts';
import { BatchRow } from './batch-row.tsx';
import type { Walk } from './deciding.tsx';
import { KeyButton } from './key-button.tsx';
import { PresencePanel } from './members-panels.tsx';
import { newRuling } from './new-ruling.ts';
import { QuorumWords } from './quorum-words.tsx';
import type { RoomLooks } from './room-looks.ts';
import type { FileNow, RoomNow } from './room-now.ts';
import { undoIn } from './undoing.ts';
import type { RoomDeeds } from './use-room.ts';

type BatchProps = {
  readonly room: RoomNow;
  readonly files: readonly FileNow[];
  readonly deeds: RoomDeeds;
  readonly walk: Walk;
  readonly looks: RoomLooks;
};

/** Concordant files read together for as long as the law says, then decided by two keys; whichever is pulled out comes alone. */
export function BatchStop(props: BatchProps) {
  const { room, deeds, looks } = props;
  const batch = useBatch(props);
  const [showsPresence, setShowsPresence] = useState(false);
  const rows = useRows((place) => batch.turn(batch.files[place]?.application));
  useShortcut('pull-out', () => batch.turn(fileUnderFocus()));
  return (
    <section className="batch" aria-labelledby="batch-title">
      <h2 id="batch-title">
        <Words k="office.sitting.batch" facts={{ number: batch.number, count: batch.files.length }} />
      </h2>
      <Table ref={rows.table.ref} onFocus={rows.table.onFocus} onBlur={rows.table.onBlur}>
        <BatchHead />
        <tbody>
          {batch.files.map((file, place) => (
            <BatchRow
              key={file.application}
              file={file}
              digit={place + 1}
              isOut={batch.out.has(file.application)}
              hidesNames={looks.hidesNames}
              onTurn={() => batch.turn(file.application)}
            />
          ))}
        </tbody>
      </Table>
      {showsPresence ? <PresencePanel room={room} deeds={deeds} onBack={() => setShowsPresence(false)} /> : null}
      <BatchBar {...props} batch={batch} isCovered={showsPresence} onPresence={() => setShowsPresence(true)} />
    </section>
  );
}

type ReadBatch = ReturnType<typeof useBatch>;

function useBatch({ room, files: first, deeds, walk }: BatchProps) {
  const text = useText();
  // What is read stays what it is, also when another screen decides one of them in the meantime.
  const [shown] = useState(() => first.map(({ application }) => application));
  const files = room.files.filter(({ application }) => shown.includes(application));
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  const [isArmed, setArmed] = useState(false);
  const { left, shownAt } = useReading(room.rules.readingSeconds, deeds.now);
  const number = 1 + Math.max(0, ...room.files.map(({ ruling }) => ruling?.batch ?? 0));
  const approved = files.filter(({ application, ruling }) => ruling === undefined && !out.has(application));
  const rule = () => {
    const ruledAt = deeds.now();
    const rulings = approved.map(({ application, proposal }) =>
      newRuling({ application, outcome: asProposed(proposal), reason: 'as-scored', ruledAt }),
    );
    const label = text('office.sitting.deed.batch', { number, count: approved.length });
    deeds.act({ does: 'rule', rulings, batch: number }, label, { number, shownAt });
  };
  return {
    ...{ files, out, isArmed, left, number, approved },
    arm: () => setArmed(left === 0),
    turn(application: string | undefined) {
      if (application === undefined) return;
      setArmed(false);
      setOut(out.has(application) ? new Set([...out].filter((one) => one !== application)) : new Set([...out, application]));
    },
    approve() {
      walk.pullOut([...out]);
      if (approved.length === 0) return walk.resume();
      rule();
      walk.onFrom(approved, [...out]);
    },
  };
}

type BarProps = BatchProps & { readonly batch: ReadBatch; readonly isCovered: boolean; readonly onPresence: () => void };

function BatchBar({ room, deeds, walk, batch, isCovered, onPresence }: BarProps) {
  const text = useText();
  const mayDecide = room.quorum.reached && !isCovered;
  return (
    <div className="ruling-bar">
      {room.quorum.reached ? null : (
        <p className="room-warning" role="alert">
          <QuorumWords quorum={room.quorum} /> <Words k="office.sitting.may-read" />
        </p>
      )}
      <Approving left={batch.left} isArmed={batch.isArmed} approved={batch.approved.length} out={batch.out.size} />
      <div className="ruling-more">
        <KeyButton shortcut="batch-approve" onAct={batch.arm} isOff={!mayDecide}>
          <Words k="office.sitting.approve" facts={{ count: batch.approved.length }} />
        </KeyButton>
        {batch.isArmed ? (
          <KeyButton shortcut="batch-confirm" look="primary" onAct={batch.approve} isOff={!mayDecide}>
            <Words k="office.sitting.approve-surely" />
          </KeyButton>
        ) : null}
        <KeyButton shortcut="undo" onAct={() => undoIn({ room, deeds, walk }, text)} isOff={room.decided === 0 || isCovered}>
          <Words k="office.sitting.way.undo" />
        </KeyButton>
        <KeyButton shortcut="presence" onAct={onPresence} isOff={isCovered}>
          <Words k="office.sitting.way.presence" />
        </KeyButton>
      </div>
    </div>
  );
}

/** The file whose row has the focus. */
function fileUnderFocus(): string | undefined {
  const { activeElement } = document;
  return activeElement instanceof HTMLElement ? activeElement.dataset.file : undefined;
}

function BatchHead() {
  return (
    <TableHead
      words="office.sitting.batch-head"
      columns={['pull', 'file', 'family', 'conditions', 'registers', 'papers', 'proposal']}
    />
  );
}

type ApprovingProps = { readonly left: number; readonly isArmed: boolean; readonly approved: number; readonly out: number };

/** How long is left to read, quietly; then what two keys will do. */
function Approving({ left, isArmed, approved, out }: ApprovingProps) {
  return (
    <p className="batch-reading">
      <span aria-hidden={left > 0}>{left > 0 ? <Words k="office.sitting.reading" facts={{ seconds: left }} /> : null}</span>
      <span role="status">
        {left > 0 ? null : (
          <Words k={isArmed ? 'office.sitting.press-again' : 'office.sitting.read'} facts={{ count: approved, out }} />
        )}
      </span>
    </p>
  );
}

/** What the first answer took longer than the last: read a second more than the law says, and no clock is doubted. */
const MARGIN = 1;

/** Since when the batch stands here, and the seconds that are left to read it. */
function useReading(seconds: number, clock: () => string): { readonly shownAt: string; readonly left: number } {
  const [shownAt] = useState(clock);
  const [since] = useState(Date.now);
  const [now, setNow] = useState(since);
  const left = Math.max(0, Math.ceil(seconds + MARGIN - (now - since) / 1_000));
  useEffect(() => {
    if (left === 0) return undefined;
    const timer = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(timer);
  }, [left]);
  return { shownAt, left };
}
