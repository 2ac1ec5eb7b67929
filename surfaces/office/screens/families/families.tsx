import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useAnswer, useOffice } from '../../client/office-context.tsx';
import { mayDo } from '../../client/session.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { FamilyView } from './family-view.tsx';
import { WaitingTable } from './waiting-table.tsx';

/** Families over time: what was reported in them and waits for a decision, and one of them by its number. */
export function FamiliesScreen() {
  const { session } = useOffice();
  const [number, setNumber] = useState<string>();
  const [said, setSaid] = useState<string>();
  const decides = mayDo(session, 'entitlements:decide-event');
  const open = (registration: string | undefined) => {
    setSaid(undefined);
    setNumber(registration);
  };
  return (
    <section className="deadlines">
      <h1>
        <Words k="office.families.title" />
      </h1>
      <NumberField onNumber={open} />
      <p role="status">{said === undefined ? '' : <Words k={`office.families.said.${said}`} />}</p>
      {number === undefined ? null : <One key={number} registration={number} onSaid={setSaid} />}
      {decides && number === undefined ? <Waiting onOpen={open} /> : null}
      {decides || number !== undefined ? null : (
        <Empty>
          <Words k="office.families.nothing" />
        </Empty>
      )}
      {number === undefined ? null : (
        <div className="buttons">
          <Button onPress={() => open(undefined)}>
            <Words k="office.families.back" />
          </Button>
        </div>
      )}
    </section>
  );
}

function NumberField({ onNumber }: { readonly onNumber: (number: string) => void }) {
  const text = useText();
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState('');
  useEffect(() => field.current?.focus(), []);
  const send = (event: FormEvent) => {
    event.preventDefault();
    const number = typed.replace(/\s/g, '');
    if (number !== '') onNumber(number);
    setTyped('');
  };
  return (
    <form onSubmit={send}>
      <Field
        label={<Words k="office.families.number" />}
        hint={text('office.families.number-hint')}
        value={typed}
        onChange={setTyped}
        inputRef={field}
        input={{ dir: 'ltr', autoComplete: 'off', spellCheck: false, inputMode: 'numeric' }}
      />
    </form>
  );
}

function Waiting({ onOpen }: { readonly onOpen: (number: string) => void }) {
  const asked = useAnswer('entitlements.waiting-life-events', {});
  return (
    <>
      <h2>
        <Words k="office.families.waiting" />
      </h2>
      <Shown
        asked={asked}
        isEmpty={({ events }) => events.length === 0}
        empty={
          <Empty>
            <Words k="office.families.none-waiting" />
          </Empty>
        }
      >
        {({ events }) => <WaitingTable events={events} onOpen={onOpen} />}
      </Shown>
    </>
  );
}

type OneProps = { readonly registration: string; readonly onSaid: (said: string) => void };

function One({ registration, onSaid }: OneProps) {
  const asked = useAnswer('entitlements.family-over-time', { registration });
  const done = (said: string) => {
    onSaid(said);
    if (asked.state !== 'loading') asked.again();
  };
  return (
    <Shown asked={asked}>
      {({ family }) =>
        family === undefined ? (
          <Empty>
            <Words k="entitlements.refusal.registration-unknown" />
          </Empty>
        ) : (
          <FamilyView family={family} onDone={done} />
        )
      }
    </Shown>
  );
}
