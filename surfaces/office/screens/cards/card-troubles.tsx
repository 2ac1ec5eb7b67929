import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Choice } from './choice.tsx';

type Card = NonNullable<QuestionOutput<'cards.where-is-card'>['card']>;
type TroubleProps = { readonly card: Card; readonly onEnd: (said: string) => void };
type Trouble = 'missing' | 'loss' | 'wrong-hand' | 'duplicate';

const dead = ['lost_in_transit', 'lost', 'stolen', 'damaged', 'destroyed', 'revoked', 'replaced', 'expired'];

/** What may have happened to a card since: gone from where it should be, in the family's hands, lost, stolen, damaged or another family's; worth nothing, to be replaced. */
export function CardTroubles({ card, onEnd }: TroubleProps) {
  const mayHandOver = useMayDo('cards:hand-over');
  const mayMiss = useMayDo('cards:declare-missing');
  const [trouble, setTrouble] = useState<Trouble>();
  const offered = troublesOf(card).filter((one) => (one === 'missing' ? mayMiss : mayHandOver));
  if (offered.length === 0) return null;
  const close = () => setTrouble(undefined);
  return (
    <>
      <div className="buttons">
        {offered.map((one) => (
          <Button key={one} onPress={() => setTrouble(one)}>
            <Words k={`office.cards.trouble.${one}`} />
          </Button>
        ))}
      </div>
      {trouble === 'missing' ? <MissingDialog {...{ card, onEnd }} onClose={close} /> : null}
      {trouble === 'loss' ? <LossDialog {...{ card, onEnd }} onClose={close} /> : null}
      {trouble === 'wrong-hand' ? <WrongHandDialog {...{ card, onEnd }} onClose={close} /> : null}
      {trouble === 'duplicate' ? <DuplicateDialog {...{ card, onEnd }} onClose={close} /> : null}
    </>
  );
}

function troublesOf({ state, isHere }: Card): readonly Trouble[] {
  if (isHere) return ['missing'];
  if (state === 'active' || state === 'handed_over') return ['loss', 'wrong-hand'];
  return dead.includes(state) ? ['duplicate'] : [];
}

type DialogProps = TroubleProps & { readonly onClose: () => void };

/** The books have it here, and it is not: its code is revoked and another is ordered by itself. */
function MissingDialog({ card, onEnd, onClose }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState('');
  async function declare() {
    if (reason.trim() === '') return setFault(text('office.cards.reason-missing'));
    if (await attempt('cards.declare-missing', { serial: card.serial, reason })) onEnd(text('office.cards.missing-declared'));
  }
  return (
    <AskDialog
      title={<Words k="office.cards.trouble.missing" />}
      does={<Words k="office.cards.declare" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void declare()}
    >
      <p>
        <Words k="office.cards.missing-what" />
      </p>
      <Field label={<Words k="office.cards.what-happened" />} value={reason} onChange={setReason} input={{ maxLength: 500 }} />
    </AskDialog>
  );
}

const losses = ['lost', 'stolen', 'damaged'] as const;

/** Its code is revoked at once; a theft names the report of the police. */
function LossDialog({ card, onEnd, onClose }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [becomes, setBecomes] = useState<(typeof losses)[number]>('lost');
  const [declaredBy, setDeclaredBy] = useState('');
  const [report, setReport] = useState('');
  async function declare() {
    if (declaredBy.trim() === '') return setFault(text('office.cards.declared-missing'));
    const told = { serial: card.serial, becomes, declaredBy, ...(report.trim() === '' ? {} : { report }) };
    if (await attempt('cards.declare-loss', told)) onEnd(text('office.cards.loss-declared'));
  }
  return (
    <AskDialog
      title={<Words k="office.cards.trouble.loss" />}
      does={<Words k="office.cards.declare" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void declare()}
    >
      <Choice k="loss" value={becomes} of={losses} onChange={setBecomes} />
      <Field
        label={<Words k="office.cards.declared-by" />}
        value={declaredBy}
        onChange={setDeclaredBy}
        input={{ maxLength: 120 }}
      />
      {becomes === 'stolen' ? (
        <Field
          label={<Words k="office.cards.report" />}
          value={report}
          onChange={setReport}
          input={{ maxLength: 60, dir: 'ltr' }}
        />
      ) : null}
    </AskDialog>
  );
}

/** The card of one family in the hands of another: back over the desk it waits here again; else it is lost and worth nothing. */
function WrongHandDialog({ card, onEnd, onClose }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [back, setBack] = useState<'back' | 'gone'>('back');
  const [reason, setReason] = useState('');
  async function record() {
    if (reason.trim() === '') return setFault(text('office.cards.reason-missing'));
    const told = { serial: card.serial, isRecovered: back === 'back', reason };
    if (await attempt('cards.record-wrong-hand-over', told)) onEnd(text(`office.cards.wrong-hand.${back}`));
  }
  return (
    <AskDialog
      title={<Words k="office.cards.trouble.wrong-hand" />}
      does={<Words k="office.cards.declare" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void record()}
    >
      <Choice k="recovered" value={back} of={['back', 'gone']} onChange={setBack} />
      <Field label={<Words k="office.cards.what-happened" />} value={reason} onChange={setReason} input={{ maxLength: 500 }} />
    </AskDialog>
  );
}

function DuplicateDialog({ card, onEnd, onClose }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault } = useAttempt();
  async function order() {
    if (await attempt('cards.order-duplicate', { serial: card.serial })) onEnd(text('office.cards.duplicate-ordered'));
  }
  return (
    <AskDialog
      title={<Words k="office.cards.trouble.duplicate" />}
      does={<Words k="office.cards.order" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void order()}
      isConfirming
    >
      <p>
        <Words k="office.cards.duplicate-what" />
      </p>
    </AskDialog>
  );
}
