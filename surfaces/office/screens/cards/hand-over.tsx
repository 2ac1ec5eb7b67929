import { type FormEvent, useRef, useState } from 'react';
import { signedText } from '../../client/codes/card-serial.ts';
import type { DeedInput, QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Shown } from '../../components/states.tsx';
import { CardTroubles } from './card-troubles.tsx';
import { Choice } from './choice.tsx';
import { Custody } from './custody.tsx';
import { FaultLine } from './fault-line.tsx';

type HandOverProps = { readonly serial: string; readonly onEnd: (said: string) => void };
type Card = NonNullable<QuestionOutput<'cards.where-is-card'>['card']>;
type Recipient = DeedInput<'cards.hand-over-card'>['recipient'];

const kinds = ['head', 'member', 'proxy'] as const;
const papers = ['cnie', 'passport', 'power-of-attorney', 'family-booklet'] as const;

/** A card that was read: whose it is, who takes it on which paper, and its code read once more; Enter hands it over. */
export function HandOver({ serial, onEnd }: HandOverProps) {
  const found = useAnswer('cards.where-is-card', { serial });
  return (
    <Shown asked={found}>
      {({ card }) =>
        card && ['at_office', 'uncollected'].includes(card.state) ? (
          <>
            <HandOverForm card={card} onEnd={onEnd} />
            <CardTroubles card={card} onEnd={onEnd} />
          </>
        ) : (
          <>
            <Custody card={card} />
            {card ? <CardTroubles card={card} onEnd={onEnd} /> : null}
            <Button look="primary" isFirst onPress={() => onEnd('')}>
              <Words k="office.cards.next" />
            </Button>
          </>
        )
      }
    </Shown>
  );
}

function HandOverForm({ card, onEnd }: { readonly card: Card; readonly onEnd: (said: string) => void }) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const [recipient, setRecipient] = useState<Recipient>({ kind: 'head', name: '', paper: 'cnie', paperNumber: '' });
  const [code, setCode] = useState('');
  const codeField = useRef<HTMLInputElement>(null);
  const change = (changed: Partial<Recipient>) => setRecipient((before) => ({ ...before, ...changed }));
  async function give(event?: FormEvent) {
    event?.preventDefault();
    if (isBusy) return;
    const input = { serial: card.serial, code: signedText(code), registration: card.registration, recipient };
    if (await attempt('cards.hand-over-card', input)) onEnd(text('office.cards.given', { name: recipient.name }));
    // What a reader types next takes the place of the code that was not this card's, and is not put after it.
    else codeField.current?.select();
  }
  return (
    <form onSubmit={(event) => void give(event)}>
      <Family card={card} />
      <Choice k="recipient" value={recipient.kind} of={kinds} onChange={(kind) => change({ kind })} />
      <Field
        label={<Words k="office.cards.recipient-name" />}
        value={recipient.name}
        onChange={(name) => change({ name })}
        inputRef={(field) => (document.activeElement === document.body ? field?.focus() : undefined)}
        input={{ required: true }}
      />
      <Choice k="paper" value={recipient.paper} of={papers} onChange={(paper) => change({ paper })} />
      <Field
        label={<Words k="office.cards.paper-number" />}
        value={recipient.paperNumber}
        onChange={(paperNumber) => change({ paperNumber })}
        input={{ required: true, dir: 'ltr' }}
      />
      <Field
        label={<Words k="office.cards.second-reading" />}
        hint={<Words k="office.cards.second-reading-why" />}
        value={code}
        onChange={setCode}
        inputRef={codeField}
        input={{ required: true, dir: 'ltr', autoComplete: 'off', spellCheck: false }}
      />
      <FaultLine fault={fault} />
      <div className="buttons">
        <Button look="primary" keys="⏎" isBusy={isBusy} onPress={() => void give()}>
          <Words k="office.cards.hand-over" />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
      <button type="submit" hidden />
    </form>
  );
}

function Family({ card }: { readonly card: Card }) {
  return (
    <>
      <h2>
        <NumberOf number={card.serial} /> · <NumberOf number={card.registration} />
      </h2>
      <ul>
        {card.members.map((member) => (
          <li key={`${member.birthYear} ${member.names.fr?.given} ${member.names.ar?.given}`}>
            <NameOf names={member.names} /> · <bdi>{member.birthYear}</bdi>
          </li>
        ))}
      </ul>
    </>
  );
}
