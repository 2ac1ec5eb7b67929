import type { Outcome, ReasonCode } from '#modules/commissions';
import { useText, Words } from '../../client/words.tsx';
import { EnquiryPanel } from './enquiry-panel.tsx';
import { FileDialog, type FilePart } from './file-dialog.tsx';
import type { Begun, StopProps } from './file-stop.tsx';
import { JumpDialog } from './jump-dialog.tsx';
import { Choices } from './key-button.tsx';
import { ConflictPanel, PresencePanel } from './members-panels.tsx';
import { OpinionsPanel } from './opinions-panel.tsx';
import { reasonsFor } from './reasons.ts';
import { RemarkDialog } from './remark-dialog.tsx';

/** What stands open over or under a file. */
export type Panel =
  | { readonly shows: 'reasons'; readonly outcome: Outcome; readonly begun: Begun }
  | { readonly shows: 'enquiry'; readonly begun: Begun }
  | { readonly shows: 'opinions' | 'remark' | 'conflict' | 'presence' | 'jump' }
  | { readonly shows: 'file'; readonly section: FilePart };

export type PanelProps = StopProps & {
  readonly panel: Panel;
  readonly remark: string;
  readonly onRemark: (remark: string) => void;
  readonly onRule: (outcome: Outcome, reason: ReasonCode, begun?: Begun) => void;
  readonly onChoose: (outcome: Outcome, begun?: Begun) => void;
  readonly onBack: () => void;
};

export function PanelOf(props: PanelProps) {
  const { panel, onBack, room, walk, deeds, file } = props;
  switch (panel.shows) {
    case 'reasons':
      return <Reasons {...props} panel={panel} />;
    case 'enquiry':
      return (
        <EnquiryPanel
          heldOn={room.sitting.heldOn}
          onAsk={(enquiry) => props.onChoose('enquiry', { ...panel.begun, enquiry })}
          onBack={onBack}
        />
      );
    case 'opinions':
      return <OpinionsPanel room={room} file={file} onCombined={props.onChoose} onBack={onBack} />;
    case 'remark':
      return <RemarkDialog remark={props.remark} onRemark={props.onRemark} onBack={onBack} />;
    case 'conflict':
      return <ConflictPanel room={room} file={file} deeds={deeds} onBack={onBack} />;
    case 'presence':
      return <PresencePanel room={room} deeds={deeds} onBack={onBack} />;
    case 'jump':
      return <JumpDialog files={room.files} onGo={walk.go} onBack={onBack} />;
    case 'file':
      return <FileDialog application={file.application} section={panel.section} onBack={onBack} />;
  }
}

function Reasons({ panel, file, onRule, onBack }: PanelProps & { readonly panel: Extract<Panel, { shows: 'reasons' }> }) {
  const text = useText();
  const { outcome, begun } = panel;
  return (
    <Choices
      title={<Words k="office.sitting.why" facts={{ outcome: text(`commissions.outcome.${outcome}`) }} />}
      choices={reasonsFor(file.proposal, outcome).map((reason) => ({
        key: reason,
        words: <Words k={`commissions.reason.${reason}`} />,
      }))}
      onChoose={(reason) => onRule(outcome, reason as ReasonCode, begun)}
      onBack={onBack}
    />
  );
}
