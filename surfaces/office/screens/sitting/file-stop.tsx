import { useState } from 'react';
import type { Outcome, ReasonCode } from '#modules/commissions';
import { useText } from '../../client/words.tsx';
import type { Walk } from './deciding.tsx';
import { FileSheet } from './file-sheet.tsx';
import type { MadeRuling } from './local-deeds.ts';
import { newRuling } from './new-ruling.ts';
import { type Panel, PanelOf } from './panels.tsx';
import { obviousReason } from './reasons.ts';
import type { RoomLooks } from './room-looks.ts';
import { type FileNow, quorumOfFile, type RoomNow } from './room-now.ts';
import { RulingBar } from './ruling-bar.tsx';
import { Standing } from './standing.tsx';
import { undoIn } from './undoing.ts';
import type { RoomDeeds } from './use-room.ts';

export type StopProps = {
  readonly room: RoomNow;
  readonly file: FileNow;
  readonly deeds: RoomDeeds;
  readonly walk: Walk;
  readonly looks: RoomLooks;
};

/** What is known of a ruling before its reason is chosen. */
export type Begun = Pick<MadeRuling, 'opinions' | 'remark' | 'enquiry'>;

/** One file: read, decided by two keys at most, and left by itself for the next. */
export function FileStop(props: StopProps) {
  const { room, file, deeds, walk, looks } = props;
  const text = useText();
  const [panel, setPanel] = useState<Panel>();
  const [remark, setRemark] = useState('');
  const [fault, setFault] = useState<'no-quorum' | 'decided'>();
  const quorum = quorumOfFile(room, file);
  const rule = (outcome: Outcome, reason: ReasonCode, begun: Begun = {}) => {
    const said = remark.trim() === '' ? {} : { remark: remark.trim() };
    const ruling = newRuling({ application: file.application, outcome, reason, ...said, ...begun, ruledAt: deeds.now() });
    const label = text('office.sitting.deed.rule', { position: file.position, outcome: text(`commissions.outcome.${outcome}`) });
    deeds.act({ does: 'rule', rulings: [ruling] }, label);
    setPanel(undefined);
    walk.onFrom([file]);
  };
  const choose = (outcome: Outcome, begun: Begun = {}) => {
    if (!quorum.reached && outcome !== 'adjourned') return setFault('no-quorum');
    if (file.ruling !== undefined) return setFault('decided');
    const obvious = obviousReason(file.proposal, outcome, quorum.reached);
    if (outcome === 'enquiry' && begun.enquiry === undefined) return setPanel({ shows: 'enquiry', begun });
    if (obvious === undefined) return setPanel({ shows: 'reasons', outcome, begun });
    return rule(outcome, obvious, begun);
  };
  return (
    <div className="file-stop">
      <FileSheet file={file} heldOn={room.sitting.heldOn} hidesNames={looks.hidesNames} />
      <Standing room={room} file={file} quorum={quorum} fault={fault} remark={remark} />
      <RulingBar
        {...props}
        isCovered={panel !== undefined}
        onChoose={choose}
        onPanel={setPanel}
        onUndo={() => undoIn(props, text)}
      />
      {panel === undefined ? null : (
        <PanelOf
          {...props}
          panel={panel}
          remark={remark}
          onRemark={setRemark}
          onRule={rule}
          onChoose={choose}
          onBack={() => setPanel(undefined)}
        />
      )}
    </div>
  );
}
