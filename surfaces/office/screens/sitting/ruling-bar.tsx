import type { Outcome } from '#modules/commissions';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import type { Begun, StopProps } from './file-stop.tsx';
import { KeyButton } from './key-button.tsx';
import type { Panel } from './panels.tsx';

const outcomeKeys = [
  ['rule-poor', 'poor'],
  ['rule-vulnerable', 'vulnerable'],
  ['rule-refused', 'refused'],
  ['rule-adjourned', 'adjourned'],
  ['rule-enquiry', 'enquiry'],
] as const;

type BarProps = StopProps & {
  /** A panel stands open: its keys go before these. */
  readonly isCovered: boolean;
  readonly onChoose: (outcome: Outcome, begun?: Begun) => void;
  readonly onPanel: (panel: Panel) => void;
  readonly onUndo: () => void;
};

/** Every deed on a file by one key, and the ways around it. */
export function RulingBar({ room, file, walk, isCovered, onChoose, onPanel, onUndo }: BarProps) {
  return (
    <div className="ruling-bar">
      <div className="ruling-outcomes">
        {outcomeKeys.map(([shortcut, outcome]) => (
          <KeyButton key={outcome} shortcut={shortcut} onAct={() => onChoose(outcome)} isOff={isCovered}>
            <Words k={`office.sitting.rule-as.${outcome}`} />
          </KeyButton>
        ))}
      </div>
      <Overrides room={room} />
      <div className="ruling-more">
        <KeyButton shortcut="undo" onAct={onUndo} isOff={isCovered || room.decided === 0}>
          <Words k="office.sitting.way.undo" />
        </KeyButton>
        {(
          [
            ['opinions', { shows: 'opinions' }],
            ['remark', { shows: 'remark' }],
            ['conflict', { shows: 'conflict' }],
            ['presence', { shows: 'presence' }],
            ['file-papers', { shows: 'file', section: 'papers' }],
            ['file-score', { shows: 'file', section: 'score' }],
            ['file-history', { shows: 'file', section: 'history' }],
            ['sitting-jump', { shows: 'jump' }],
          ] as const
        ).map(([shortcut, panel]) => (
          <KeyButton key={shortcut} shortcut={shortcut} onAct={() => onPanel(panel)} isOff={isCovered}>
            <Words k={`office.sitting.way.${shortcut}`} />
          </KeyButton>
        ))}
        <Turns file={file} room={room} walk={walk} isCovered={isCovered} />
      </div>
    </div>
  );
}

/** How often the commission has left the score, and who must then be asked. */
function Overrides({ room }: Pick<BarProps, 'room'>) {
  const { againstScore, awaiting, rules } = room;
  if (againstScore === 0) return null;
  return (
    <p className="overrides" role="status">
      <span>
        <Words k="office.sitting.overrides" facts={{ count: againstScore, alone: rules.overridesBeforeSecond }} />
      </span>
      {awaiting.length === 0 ? null : <Words k="office.sitting.awaiting" facts={{ count: awaiting.length }} />}
    </p>
  );
}

/** The file before and after in the agenda. An arrow goes where it points: on the page of an Arabic reader the next file is to the left. */
function Turns({ room, file, walk, isCovered }: Pick<BarProps, 'room' | 'file' | 'walk' | 'isCovered'>) {
  const { language } = useSpeech();
  const forward = language === 'ar' ? -1 : 1;
  useShortcut('to-the-right', () => walk.step(file, forward), !isCovered);
  useShortcut('to-the-left', () => walk.step(file, -forward), !isCovered);
  const isLast = file.position >= room.files.length;
  return (
    <>
      <KeyButton shortcut="sitting-previous" onAct={() => walk.step(file, -1)} isOff={isCovered || file.position <= 1}>
        <Words k="office.sitting.way.sitting-previous" />
      </KeyButton>
      <KeyButton shortcut="sitting-next" onAct={() => walk.step(file, 1)} isOff={isCovered || isLast}>
        <Words k="office.sitting.way.sitting-next" />
      </KeyButton>
      <KeyButton shortcut="sitting-resume" onAct={walk.resume} isOff={isCovered || walk.stops.length === 0}>
        <Words k="office.sitting.way.sitting-resume" />
      </KeyButton>
    </>
  );
}
