import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer, useMayDo, useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { Empty, Shown, wordsOfFailure } from '../../components/states.tsx';

/** The sittings of the provincial commission, and the calling of another. */
export function Hearings() {
  const asked = useAnswer('commissions.sittings-calendar', { kind: 'cpp' });
  const mayCall = useMayDo('commissions:hear-appeals');
  return (
    <>
      {mayCall ? <Call /> : null}
      <Shown
        asked={asked}
        isEmpty={({ sittings }) => sittings.length === 0}
        empty={
          <Empty>
            <Words k="office.appeals.no-sitting" />
          </Empty>
        }
      >
        {({ sittings }) => (
          <ul>
            {sittings.map((sitting) => (
              <li key={sitting.id}>
                <Link href={`/appeals/sittings/${sitting.id}`}>
                  <NumberOf number={sitting.number} />
                </Link>{' '}
                <Words k="office.appeals.held-on" facts={{ day: sitting.heldOn }} /> ·{' '}
                <Words k={`commissions.sitting.${sitting.state}`} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}

function Call() {
  const { client, session } = useOffice();
  const text = useText();
  const [, go] = useLocation();
  const [heldOn, setDay] = useState('');
  const [fault, setFault] = useState<string>();
  const call = async () => {
    try {
      const input = { territory: session.post.territory, heldOn, kind: 'cpp' as const };
      const { sitting } = await client.attempt('commissions.convene-sitting', input);
      go(`/appeals/sittings/${sitting}`);
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    }
  };
  return (
    <div className="filters">
      <Field
        label={<Words k="office.appeals.day" />}
        value={heldOn}
        onChange={setDay}
        {...(fault === undefined ? {} : { fault })}
        input={{ type: 'date' }}
      />
      <Button onPress={() => void call()} isDisabled={heldOn === ''}>
        <Words k="office.appeals.call" />
      </Button>
    </div>
  );
}
