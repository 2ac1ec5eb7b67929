import type { ReactNode } from 'react';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { useRows } from '../../components/use-rows.ts';
import { WaysToFind, type WayToFind } from '../../components/ways-to-find.tsx';
import { WaitingRenewals } from './waiting-renewals.tsx';
import { WaitingTable } from './waiting-table.tsx';

type WhatWaitsProps = { readonly onOpen: (registration: string) => void };

const ways: readonly WayToFind[] = [
  { name: 'number', keys: ['enter'] },
  { name: 'name', keys: ['enter'] },
  { name: 'anywhere', keys: 'search' },
  { name: 'list', keys: ['j', 'k', 'enter'] },
];

/** What stands while no family is looked at: how one is found, and what waits in families of here. J and K go through both lists, Enter opens. */
export function WhatWaits({ onOpen }: WhatWaitsProps) {
  const decides = useMayDo('entitlements:decide-event');
  const rows = useRows(() => (document.activeElement as HTMLElement).click());
  return (
    <div className="what-waits" {...rows.table}>
      <WaysToFind words="office.families.find" ways={ways} />
      {decides ? <Events onOpen={onOpen} /> : null}
      <Renewals onOpen={onOpen} />
    </div>
  );
}

function Events({ onOpen }: WhatWaitsProps) {
  const asked = useAnswer('entitlements.waiting-life-events', {});
  return (
    <>
      <h2>
        <Words k="office.families.waiting" />
      </h2>
      <Shown asked={asked} isEmpty={({ events }) => events.length === 0} empty={<Nothing k="none-waiting" />}>
        {({ events }) => <WaitingTable events={events} onOpen={onOpen} />}
      </Shown>
    </>
  );
}

function Renewals({ onOpen }: WhatWaitsProps) {
  const asked = useAnswer('entitlements.waiting-renewals', {});
  return (
    <>
      <h2>
        <Words k="office.families.renewals-waiting" />
      </h2>
      <Shown asked={asked} isEmpty={({ renewals }) => renewals.length === 0} empty={<Nothing k="no-renewals" />}>
        {({ renewals, more }) => (
          <>
            <WaitingRenewals renewals={renewals} onOpen={onOpen} />
            {more ? (
              <p className="hint">
                <Words k="office.families.more-renewals" />
              </p>
            ) : null}
          </>
        )}
      </Shown>
    </>
  );
}

function Nothing({ k }: { readonly k: string }): ReactNode {
  return (
    <Empty>
      <Words k={`office.families.${k}`} />
    </Empty>
  );
}
