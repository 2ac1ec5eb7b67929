import { useRef } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { FaultLine } from './fault-line.tsx';
import { ScanField } from './scan-field.tsx';
import { type Kept, useKept } from './use-kept.ts';

type Sheet = QuestionOutput<'cards.batch-sheet'>;
type Noted = { readonly serial: string; readonly reason: string };
type SheetProps = { readonly batch: string; readonly cards: Sheet['cards']; readonly onEnd: (said: string) => void };

/** What a batch will look like: whoever finds a fault reads that card and says what; accepting leaves those out. */
export function ProofSheet({ batch, cards, onEnd }: SheetProps) {
  const text = useText();
  const { attempt, fault, isBusy } = useAttempt();
  const noted = useKept<Noted>(`proof/${batch}`, ({ serial }) => serial);
  async function accept() {
    const rejected = noted.ones.map(({ serial, reason }) => ({
      ...{ serial, reason: reason.trim() || text('office.cards.fault-unsaid') },
    }));
    const output = await attempt('cards.check-proof', { batch, rejected });
    if (output === undefined) return;
    noted.forget();
    onEnd(text('office.cards.proof-accepted', { cards: output.accepted, rejected: output.rejected }));
  }
  return (
    <>
      <Faults noted={noted} />
      <FaultLine fault={fault} />
      <div className="buttons">
        <Button look="primary" isBusy={isBusy} onPress={() => void accept()}>
          <Words k="office.cards.accept-proof-but" facts={{ rejected: noted.ones.length }} />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
      <SheetTable cards={cards} faulty={new Set(noted.ones.map(({ serial }) => serial))} />
    </>
  );
}

/** Each card with a fault, in words, or taken out again: the reader is heard at once then. */
function Faults({ noted: { ones, change } }: { readonly noted: Kept<Noted> }) {
  const box = useRef<HTMLElement>(null);
  const without = (serial: string) => (before: readonly Noted[]) => before.filter((one) => one.serial !== serial);
  const say = (serial: string, reason: string) =>
    change((before) => before.map((one) => (one.serial === serial ? { serial, reason } : one)));
  return (
    <section ref={box}>
      <ScanField
        label={<Words k="office.cards.scan-faulty" />}
        kinds={['card']}
        onCode={({ number: serial }) => change((before) => [...without(serial)(before), { serial, reason: '' }])}
      />
      {ones.map(({ serial, reason }) => (
        <div key={serial}>
          <Field
            label={<Words k="office.cards.fault-of" facts={{ serial }} />}
            value={reason}
            onChange={(words) => say(serial, words)}
            input={{ maxLength: 200 }}
          />
          <Button
            look="link"
            onPress={() => {
              change(without(serial));
              box.current?.querySelector('input')?.focus();
            }}
          >
            <Words k="office.cards.take-out" />
          </Button>
        </div>
      ))}
    </section>
  );
}

function SheetTable({ cards, faulty }: { readonly cards: Sheet['cards']; readonly faulty: ReadonlySet<string> }) {
  const text = useText();
  const { language } = useSpeech();
  return (
    <Table aria-label={text('office.cards.proof-sheet')}>
      <TableHead words="office.cards.sheet" columns={['card', 'family', 'validity']} />
      <tbody>
        {cards.map(({ serial, members, validFrom, validTo }) => (
          <tr key={serial}>
            <th scope="row">
              <NumberOf number={serial} /> {faulty.has(serial) ? <Words k="office.cards.left-out" /> : null}
            </th>
            <td>
              {members.map((member) => (
                <span key={`${member.birthYear} ${member.names.fr?.given} ${member.names.ar?.given}`}>
                  <NameOf names={member.names} /> <bdi>{member.birthYear}</bdi>
                  <br />
                </span>
              ))}
            </td>
            <td>
              <bdi>{formatDayOf(language, `${validFrom}T12:00:00Z`)}</bdi> –{' '}
              <bdi>{formatDayOf(language, `${validTo}T12:00:00Z`)}</bdi>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
