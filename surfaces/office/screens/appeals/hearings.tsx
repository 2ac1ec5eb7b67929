import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { useAnswer, useMayDo, useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { ConveneDialog } from '../sittings/convene-dialog.tsx';

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
  const { session } = useOffice();
  const [, go] = useLocation();
  const [isCalling, setCalling] = useState(false);
  useShortcut('convene', () => setCalling(true));
  return (
    <>
      <Button onPress={() => setCalling(true)}>
        <Words k="office.appeals.call" />
      </Button>
      {isCalling ? (
        <ConveneDialog
          kind="cpp"
          territory={session.post.territory}
          onClose={() => setCalling(false)}
          onDone={({ sitting }) => go(`/appeals/sittings/${sitting}`)}
        />
      ) : null}
    </>
  );
}
