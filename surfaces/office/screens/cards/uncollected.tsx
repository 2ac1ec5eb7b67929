import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { FaultLine } from './fault-line.tsx';
import { PaperLink } from './paper-link.tsx';
import { ReadCards } from './read-cards.tsx';
import { useScans } from './use-scans.ts';

type Waiting = QuestionOutput<'cards.uncollected'>;

/** Cards that nobody collected in time or that are worth nothing, by name; those that are read here are destroyed before two witnesses, whose minutes are printed. */
export function Uncollected({ onEnd }: { readonly onEnd: (said: string) => void }) {
  const asked = useAnswer('cards.uncollected', {});
  return (
    <section>
      <h2>
        <Words k="office.cards.uncollected" />
      </h2>
      <Shown asked={asked}>
        {(waiting) =>
          waiting.cards.length === 0 ? (
            <>
              <Empty>
                <Words k="office.cards.nothing-uncollected" facts={{ days: waiting.days }} />
              </Empty>
              <Button isFirst onPress={() => onEnd('')}>
                <Words k="office.cards.next" />
              </Button>
            </>
          ) : (
            <Destroying waiting={waiting} onEnd={onEnd} />
          )
        }
      </Shown>
    </section>
  );
}

function Destroying({ waiting, onEnd }: { readonly waiting: Waiting; readonly onEnd: (said: string) => void }) {
  const { attempt, fault, isBusy, setFault } = useAttempt();
  const text = useText();
  const scans = useScans('destroying');
  const [witnesses, setWitnesses] = useState<readonly [string, string]>(['', '']);
  const [done, setDone] = useState<{ destroyed: number; destruction: string }>();
  async function destroy() {
    if (witnesses.some((name) => name.trim() === '')) return setFault(text('office.cards.witness-missing'));
    const destroyed = await attempt('cards.destroy-uncollected', { scanned: [...scans.serials], witnesses: [...witnesses] });
    if (destroyed) scans.forget();
    setDone(destroyed);
  }
  if (done) return <Destroyed done={done} onEnd={onEnd} />;
  return (
    <>
      <ReadCards label={<Words k="office.cards.scan-to-destroy" />} scans={scans} all={waiting.cards.length} />
      <WaitingTable waiting={waiting} read={new Set(scans.serials)} />
      <Field
        label={<Words k="office.cards.witness.first" />}
        value={witnesses[0]}
        onChange={(name) => setWitnesses([name, witnesses[1]])}
        input={{ maxLength: 120 }}
      />
      <Field
        label={<Words k="office.cards.witness.second" />}
        value={witnesses[1]}
        onChange={(name) => setWitnesses([witnesses[0], name])}
        input={{ maxLength: 120 }}
      />
      <FaultLine fault={fault} />
      <div className="buttons">
        <Button look="danger" isBusy={isBusy} isDisabled={scans.serials.length === 0} onPress={() => void destroy()}>
          <Words k="office.cards.destroy" facts={{ cards: scans.serials.length }} />
        </Button>
        <Button onPress={() => onEnd('')}>
          <Words k="office.shell.cancel" />
        </Button>
      </div>
    </>
  );
}

type DestroyedProps = {
  readonly done: { readonly destroyed: number; readonly destruction: string };
  readonly onEnd: (said: string) => void;
};

function Destroyed({ done: { destroyed, destruction }, onEnd }: DestroyedProps) {
  const text = useText();
  return (
    <div role="status">
      <p>
        <Words k="office.cards.destroyed" facts={{ cards: destroyed }} /> ·{' '}
        <PaperLink paper="destruction" number={destruction} cards={destroyed} />
      </p>
      <Button look="primary" isFirst onPress={() => onEnd(text('office.cards.destroyed', { cards: destroyed }))}>
        <Words k="office.cards.noted" />
      </Button>
    </div>
  );
}

function WaitingTable({ waiting, read }: { readonly waiting: Waiting; readonly read: ReadonlySet<string> }) {
  const { language } = useSpeech();
  const text = useText();
  return (
    <Table aria-label={text('office.cards.uncollected')}>
      <TableHead words="office.cards.waiting-column" columns={['card', 'office', 'since', 'due']} />
      <tbody>
        {waiting.cards.map(({ serial, office, since, dueOn, state }) => (
          <tr key={serial}>
            <th scope="row">
              <NumberOf number={serial} /> {read.has(serial) ? <Words k="office.cards.is-read" /> : null}
            </th>
            <td>{office === '' ? <Words k="office.cards.holder.anam" /> : <PlaceOf code={office} />}</td>
            <td>
              <bdi>{formatDayOf(language, since)}</bdi>
            </td>
            <td>
              {dueOn === null ? <Words k={`cards.state.${state}`} /> : <bdi>{formatDayOf(language, `${dueOn}T12:00:00Z`)}</bdi>}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
