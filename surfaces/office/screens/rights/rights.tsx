import { useRef, useState } from 'react';
import { casablancaDate, Temporal } from '#platform/dates';
import { ScanDialog } from '../../client/codes/scan-dialog.tsx';
import { trustedCheck } from '../../client/codes/use-codes.ts';
import { UnreachableError } from '../../client/failures.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Shown as AnswerShown, Empty, Loading } from '../../components/states.tsx';
import { AskField } from './ask-field.tsx';
import { readShown, type Shown } from './read-shown.ts';
import { usePicture } from './use-picture.ts';
import { Answered, Own, Verdict, VerifierLink } from './verdict.tsx';

/** The desk of a hospital: a card or a receipt is shown, and whether its family has rights stands as wide as the screen. */
export function RightsScreen() {
  const [shown, setShown] = useState<Shown>();
  const [turn, setTurn] = useState(0);
  const [chosen, setChosen] = useState<number>();
  const [isScanning, setScanning] = useState(false);
  const count = useRef(0);
  useShortcut('scan', () => setScanning(true), !isScanning);
  const show = (next: Shown | undefined) => {
    setChosen(undefined);
    setShown(next);
    // The same card shown again is asked again: its family may have paid meanwhile.
    setTurn((before) => before + 1);
  };
  const read = async (text: string) => {
    count.current += 1;
    const own = count.current;
    const next = await readShown(text, { check: trustedCheck, on: casablancaDate(Temporal.Now.instant()) });
    // Who showed a card while the one before was still read is the one who stands at the desk.
    if (own === count.current) show(next);
  };
  const scanned = async (text: string) => {
    setScanning(false);
    await read(text);
  };
  const card = shown?.kind === 'card' ? shown.cnie : undefined;
  return (
    <section className="rights">
      <h1>
        <Words k="office.rights.title" />
      </h1>
      <div className="right-ask">
        <AskField
          card={card}
          isQuiet={isScanning}
          onText={(text) => void read(text)}
          onBorn={(birthDate) => show({ kind: 'ask', subjects: [{ by: 'card', cnie: card ?? '', birthDate }] })}
          onAway={() => show(undefined)}
          onDigit={(digit) => setChosen(digit - 1)}
        />
        <Button keys="F4" onPress={() => setScanning(true)}>
          <Words k="office.rights.camera" />
        </Button>
      </div>
      <Said key={turn} shown={shown} chosen={chosen} onChoose={setChosen} />
      {isScanning ? <ScanDialog said={undefined} onText={scanned} onClose={() => setScanning(false)} /> : null}
    </section>
  );
}

type SaidProps = { readonly shown: Shown | undefined; readonly chosen: number | undefined; onChoose(at: number): void };

function Said({ shown, ...choosing }: SaidProps) {
  if (shown === undefined || shown.kind === 'card')
    return (
      <>
        <Empty>
          <Words k={`office.rights.${shown === undefined ? 'nothing' : 'born-needed'}`} />
        </Empty>
        <VerifierLink />
      </>
    );
  if (shown.kind === 'ask') return <Asked asked={shown} {...choosing} />;
  return (
    <Verdict state="unknown">
      <p>
        <Words k={`entitlements.reason.${shown.reason}`} />
      </p>
    </Verdict>
  );
}

type AskedProps = Omit<SaidProps, 'shown'> & { readonly asked: Extract<Shown, { kind: 'ask' }> };

function Asked({ asked: { subjects, text, own }, chosen, onChoose }: AskedProps) {
  const asked = useAnswer('entitlements.right-of', { subjects });
  const isCut = asked.state === 'failed' && asked.error instanceof UnreachableError;
  const picture = usePicture(isCut ? text : undefined);
  if (picture.isRead && isCut) return <Loading />;
  const verdict = picture.verdict ?? own;
  if (isCut && verdict) return <Own verdict={verdict} />;
  return (
    <AnswerShown asked={asked}>
      {({ answers }) => {
        const answer = answers.find(({ state }) => state !== 'unknown') ?? answers[0];
        return answer ? <Answered answer={answer} chosen={chosen} onChoose={onChoose} /> : null;
      }}
    </AnswerShown>
  );
}
