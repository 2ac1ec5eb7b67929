import { type FormEvent, useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { BoxReading } from './box-reading.tsx';
import { FaultLine } from './fault-line.tsx';
import { MakerOnPaper } from './maker-on-paper.tsx';
import { PaperLink } from './paper-link.tsx';
import { ProofSheet } from './proof-sheet.tsx';

type PanelProps = { readonly batch: string; readonly onEnd: (said: string) => void };

/** As many cards of a proof as a screen shows; the paper has them all. */
const SHOWN = 100;

/** One batch and what is to be done with it next, from its proof to its last card. */
export function BatchPanel({ batch, onEnd }: PanelProps) {
  const asked = useAnswer('cards.batch-sheet', { batch, limit: SHOWN });
  return (
    <Shown asked={asked}>
      {({ batch: found, cards }) =>
        found ? (
          <section>
            <h2>
              <Words k="office.cards.batch" /> <bdi dir="ltr">{batch}</bdi> · <PlaceOf code={found.territory} /> ·{' '}
              <Words k={`office.cards.batch.${found.state}`} />
            </h2>
            <p>
              <Words k="office.cards.count" facts={{ cards: found.cards }} /> ·{' '}
              <PaperLink paper="proof-sheet" number={batch} cards={found.cards} />
            </p>
            <Step {...{ batch, cards, onEnd, state: found.state }} />
          </section>
        ) : (
          <Empty>
            <Words k="cards.refusal.batch-unknown" />
          </Empty>
        )
      }
    </Shown>
  );
}

type StepProps = PanelProps & { readonly state: string; readonly cards: Parameters<typeof ProofSheet>[0]['cards'] };

function Step({ batch, state, cards, onEnd }: StepProps) {
  if (state === 'made_up') return <ProofSheet {...{ batch, cards, onEnd }} />;
  if (state === 'proofed') return <Sending {...{ batch, onEnd }} />;
  if (state === 'sent' || state === 'acknowledged') return <MakerOnPaper {...{ batch, onEnd, isTaken: state !== 'sent' }} />;
  if (state === 'made') return <Reconciling {...{ batch, onEnd }} />;
  return <BoxReading box={{ kind: 'batch', number: batch }} onEnd={onEnd} />;
}

function Sending({ batch, onEnd }: PanelProps) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  async function send() {
    const output = await attempt('cards.send-to-maker', { batch });
    if (output) onEnd(text('office.cards.sent', { cards: output.cards }));
  }
  return (
    <>
      <FaultLine fault={fault} />
      <div className="buttons">
        <Button look="primary" isFirst isBusy={isBusy} onPress={() => void send()}>
          <Words k="office.cards.send" />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
    </>
  );
}

/** The box has come: how many cards were counted. A count that is not the maker's is said so that nobody overlooks it. */
function Reconciling({ batch, onEnd }: PanelProps) {
  const { attempt, fault, isBusy } = useAttempt();
  const [counted, setCounted] = useState('');
  const [told, setTold] = useState<{ expected: number; counted: number }>();
  async function receive(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy || !/^\d{1,6}$/.test(counted.trim())) return;
    const output = await attempt('cards.receive-from-maker', { batch, counted: Number(counted) });
    if (output) setTold(output);
  }
  if (told) return <Received told={told} batch={batch} onEnd={onEnd} />;
  return (
    <form onSubmit={(event) => void receive(event)}>
      <Field
        label={<Words k="office.cards.counted" />}
        hint={<Words k="office.cards.counted-how" />}
        value={counted}
        onChange={setCounted}
        inputRef={(field) => (document.activeElement === document.body ? field?.focus() : undefined)}
        input={{ inputMode: 'numeric', pattern: '[0-9]{1,6}', required: true, dir: 'ltr', autoComplete: 'off' }}
      />
      <FaultLine fault={fault} />
      <div className="buttons">
        <Button look="primary" keys="⏎" isBusy={isBusy} onPress={() => void receive()}>
          <Words k="office.cards.receive" />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
      <button type="submit" hidden />
    </form>
  );
}

type ReceivedProps = PanelProps & { readonly told: { readonly expected: number; readonly counted: number } };

function Received({ told: { expected, counted }, batch, onEnd }: ReceivedProps) {
  return (
    <>
      {counted === expected ? (
        <p role="status">
          <Words k="office.cards.count-agrees" facts={{ cards: counted }} />
        </p>
      ) : (
        <p className="fault cards-mismatch" role="alert">
          <Words k="office.cards.count-mismatch" facts={{ expected, counted, difference: Math.abs(expected - counted) }} />
        </p>
      )}
      <BoxReading box={{ kind: 'batch', number: batch }} onEnd={onEnd} />
    </>
  );
}
