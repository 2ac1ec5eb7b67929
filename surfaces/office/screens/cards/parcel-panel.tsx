import { type FormEvent, useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { BoxReading } from './box-reading.tsx';
import { FaultLine } from './fault-line.tsx';
import { PaperLink } from './paper-link.tsx';

export type Parcel = QuestionOutput<'cards.custody-board'>['parcels'][number];
type PanelProps = { readonly parcel: Parcel; readonly onEnd: (said: string) => void };

/** One parcel: handed to the carrier by who packed it, opened by who it is for, declared lost when it does not come. */
export function ParcelPanel({ parcel, onEnd }: PanelProps) {
  if (parcel.isReceiver && parcel.state !== 'packed')
    return <BoxReading box={{ kind: 'parcel', number: parcel.number }} onEnd={onEnd} />;
  const isSendersTurn = parcel.isSender && parcel.state !== 'lost';
  return (
    <section>
      <h2>
        <Words k="office.cards.parcel" /> <bdi dir="ltr">{parcel.number}</bdi> · <Words k="office.cards.parcel-for" />{' '}
        <PlaceOf code={parcel.territory} />
      </h2>
      <p>
        <Words k="office.cards.count" facts={{ cards: parcel.cards }} /> ·{' '}
        <PaperLink paper="parcel-slip" number={parcel.number} cards={parcel.cards} /> ·{' '}
        <PaperLink paper="hand-over-list" number={parcel.number} cards={parcel.cards} />
      </p>
      {isSendersTurn ? <SenderStep parcel={parcel} onEnd={onEnd} /> : null}
      {isSendersTurn ? null : (
        <Button isFirst onPress={() => onEnd('')}>
          <Words k="office.cards.next" />
        </Button>
      )}
    </section>
  );
}

function SenderStep({ parcel, onEnd }: PanelProps) {
  return parcel.state === 'packed' ? <Leaving {...{ parcel, onEnd }} /> : <Losing {...{ parcel, onEnd }} />;
}

/** Who takes it, and the number of the seal that is put on it; Enter hands it over. */
function Leaving({ parcel, onEnd }: PanelProps) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const [carrier, setCarrier] = useState('');
  const [seal, setSeal] = useState('');
  async function leave(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy || carrier.trim() === '' || seal.trim() === '') return;
    const output = await attempt('cards.hand-over-parcel', { parcel: parcel.number, carrier, seal });
    if (output) onEnd(text('office.cards.left', { cards: output.cards, carrier, behind: output.left.length }));
  }
  return (
    <form onSubmit={(event) => void leave(event)}>
      <Field
        label={<Words k="office.cards.carrier" />}
        value={carrier}
        onChange={setCarrier}
        inputRef={(field) => (document.activeElement === document.body ? field?.focus() : undefined)}
        input={{ required: true, maxLength: 100 }}
      />
      <Field
        label={<Words k="office.cards.seal" />}
        value={seal}
        onChange={setSeal}
        input={{ required: true, maxLength: 60, dir: 'ltr' }}
      />
      <FaultLine fault={fault} />
      <Answer does="hand-parcel" isBusy={isBusy} onDo={() => void leave()} onEnd={onEnd} />
    </form>
  );
}

/**
 * What did not come is lost: the whole, or what was missing when it was opened. Its families get new cards without asking. That cannot be taken
 * back: it is asked for twice.
 */
function Losing({ parcel, onEnd }: PanelProps) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const [reason, setReason] = useState('');
  const [isSure, setSure] = useState(false);
  async function lose(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy || reason.trim() === '') return;
    if (!isSure) return setSure(true);
    const output = await attempt('cards.declare-parcel-lost', { parcel: parcel.number, reason });
    if (output) onEnd(text('office.cards.lost', { cards: output.lost }));
  }
  return (
    <form onSubmit={(event) => void lose(event)}>
      <p>
        <Words k={`office.cards.losing.${parcel.state}`} facts={{ cards: parcel.inside }} />
      </p>
      <Field
        label={<Words k="office.cards.lost-why" />}
        value={reason}
        onChange={setReason}
        inputRef={(field) => (document.activeElement === document.body ? field?.focus() : undefined)}
        input={{ required: true, maxLength: 500 }}
      />
      {isSure && fault === undefined ? (
        <p role="alert">
          <Words k="office.cards.lose-again" facts={{ cards: parcel.inside }} />
        </p>
      ) : null}
      <FaultLine fault={fault} />
      <Answer does="lose" look="danger" isBusy={isBusy} onDo={() => void lose()} onEnd={onEnd} />
    </form>
  );
}

type AnswerProps = {
  readonly does: 'hand-parcel' | 'lose';
  readonly look?: 'primary' | 'danger';
  readonly isBusy: boolean;
  readonly onDo: () => void;
  readonly onEnd: (said: string) => void;
};

function Answer({ does, look = 'primary', isBusy, onDo, onEnd }: AnswerProps) {
  return (
    <>
      <div className="buttons">
        <Button look={look} keys="⏎" isBusy={isBusy} onPress={onDo}>
          <Words k={`office.cards.${does}`} />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
      <button type="submit" hidden />
    </>
  );
}
