import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { CorrectDialog } from '../file/correct-dialog.tsx';
import { ActButton } from './act-button.tsx';
import { AdmitDialog } from './admit-dialog.tsx';
import { ConflictDialog } from './conflict-dialog.tsx';
import type { FullAppeal } from './one-appeal.tsx';
import { type Ruling, RulingDialog } from './ruling-dialog.tsx';

type Asked = 'admit' | 'turn-down' | 'correct' | 'conflict' | Ruling;
type DeedsProps = { readonly found: FullAppeal; readonly again: () => void };

/**
 * What can be done now, each by a key: admitted or not while it is filed; what the family shows to be otherwise corrected while it waits;
 * maintained, reformed, sent back or adjourned while the commission sits, and taken back.
 */
export function AppealDeeds({ found, again }: DeedsProps) {
  const [asked, setAsked] = useState<Asked>();
  const { appeal, hearing, ruling } = found;
  const mayHear = useMayDo('commissions:hear-appeals');
  const mayExamine = useMayDo('commissions:examine-appeal') && appeal.state === 'filed';
  const sitting = mayHear && appeal.state === 'scheduled' && hearing?.state === 'open' ? hearing.sitting : undefined;
  const mayCorrect = mayHear && (appeal.state === 'admitted' || appeal.state === 'scheduled') && ruling === undefined;
  const isHeard = hearing?.state === 'open' || hearing?.state === 'agenda_frozen';
  const mayTakeOut = mayHear && appeal.state === 'scheduled' && isHeard && ruling === undefined;
  useShortcut('correct', () => setAsked('correct'), mayCorrect);
  useShortcut('conflict', () => setAsked('conflict'), mayTakeOut);
  return (
    <div className="buttons">
      {mayExamine ? <Examining onAsked={setAsked} /> : null}
      {sitting !== undefined && ruling === undefined ? <RulingButtons onAsked={setAsked} /> : null}
      {sitting !== undefined && ruling !== undefined ? (
        <ActButton
          deed="commissions.undo-appeal-decision"
          name="undo"
          look="plain"
          input={{ sitting, decision: ruling.id }}
          shortcut={{ name: 'undo', keys: 'U' }}
          onDone={again}
        />
      ) : null}
      {mayCorrect ? (
        <Button keys="C" onPress={() => setAsked('correct')}>
          <Words k="applications.step.correct" />
        </Button>
      ) : null}
      {mayTakeOut ? (
        <Button keys="K" onPress={() => setAsked('conflict')}>
          <Words k="office.appeals.do.conflict" />
        </Button>
      ) : null}
      <Asking found={found} asked={asked} onClose={() => setAsked(undefined)} again={again} />
    </div>
  );
}

type AskedProps = { readonly onAsked: (asked: Asked) => void };

function Examining({ onAsked }: AskedProps) {
  useShortcut('appeal-admit', () => onAsked('admit'));
  useShortcut('appeal-turn-down', () => onAsked('turn-down'));
  return (
    <>
      <Button look="primary" keys="A" onPress={() => onAsked('admit')}>
        <Words k="office.appeals.do.admit" />
      </Button>
      <Button keys="N" onPress={() => onAsked('turn-down')}>
        <Words k="office.appeals.do.turn-down" />
      </Button>
    </>
  );
}

const rulings = [
  ['upheld', 'M'],
  ['reformed', 'F'],
  ['sent_back', 'W'],
  ['adjourned', 'J'],
] as const;

function RulingButtons({ onAsked }: AskedProps) {
  useShortcut('appeal-uphold', () => onAsked('upheld'));
  useShortcut('appeal-reform', () => onAsked('reformed'));
  useShortcut('appeal-send-back', () => onAsked('sent_back'));
  useShortcut('appeal-adjourn', () => onAsked('adjourned'));
  return rulings.map(([outcome, key]) => (
    <Button key={outcome} keys={key} onPress={() => onAsked(outcome)}>
      <Words k={`commissions.appeal-outcome.${outcome}`} />
    </Button>
  ));
}

type AskingProps = DeedsProps & { readonly asked: Asked | undefined; readonly onClose: () => void };

/** The window of what was asked. Once ruled, the sitting goes on. */
function Asking({ found, asked, onClose, again }: AskingProps) {
  const [, go] = useLocation();
  const { appeal, hearing } = found;
  if (asked === undefined) return null;
  if (asked === 'correct') return <Correcting found={found} onClose={onClose} onDone={again} />;
  if (asked === 'admit' || asked === 'turn-down')
    return <AdmitDialog appeal={appeal} passage={asked} onClose={onClose} onDone={again} />;
  const { sitting = '' } = hearing ?? {};
  if (asked === 'conflict') return <ConflictDialog sitting={sitting} appeal={appeal.id} onClose={onClose} onDone={again} />;
  return (
    <RulingDialog
      found={found}
      sitting={sitting}
      outcome={asked}
      onClose={onClose}
      onDone={() => go(`/appeals/sittings/${sitting}`)}
    />
  );
}

type CorrectingProps = { readonly found: FullAppeal; readonly onClose: () => void; readonly onDone: () => void };

function Correcting({ found: { appeal }, onClose, onDone }: CorrectingProps) {
  const asked = useAnswer('applications.one-file', { application: appeal.application });
  const file = asked.state === 'ready' ? asked.data.file : undefined;
  return file === undefined ? null : <CorrectDialog file={file} appeal={appeal.id} onClose={onClose} onDone={onDone} />;
}
