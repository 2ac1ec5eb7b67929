import { useState } from 'react';
import { useSearch } from 'wouter';
import type { QuestionInput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { FamilyView } from './family-view.tsx';
import { FindFamily } from './find-family.tsx';
import { WhatWaits } from './what-waits.tsx';

type Sought = QuestionInput<'entitlements.family-over-time'>;

/** Families over time: what waits in them, and one of them by its number (`?family=`), or by the request it came of (`?request=`). */
export function FamiliesScreen() {
  const asked = new URLSearchParams(useSearch());
  const [sought, setSought] = useState<Sought | undefined>(() => soughtBy(asked));
  const [said, setSaid] = useState<string>();
  const open = (registration: string | undefined) => {
    setSaid(undefined);
    setSought(registration === undefined ? undefined : { registration });
  };
  return (
    <section className="deadlines">
      <h1>
        <Words k="office.families.title" />
      </h1>
      <FindFamily onNumber={open} />
      <p role="status">{said === undefined ? '' : <Words k={`office.families.said.${said}`} />}</p>
      {sought === undefined ? (
        <WhatWaits onOpen={open} />
      ) : (
        <>
          <One key={JSON.stringify(sought)} sought={sought} onSaid={setSaid} />
          <div className="buttons">
            <Button onPress={() => open(undefined)}>
              <Words k="office.families.back" />
            </Button>
          </div>
        </>
      )}
    </section>
  );
}

function soughtBy(asked: URLSearchParams): Sought | undefined {
  const [request, registration] = [asked.get('request'), asked.get('family')];
  if (request !== null) return { application: request };
  return registration === null ? undefined : { registration };
}

type OneProps = { readonly sought: Sought; readonly onSaid: (said: string) => void };

function One({ sought, onSaid }: OneProps) {
  const asked = useAnswer('entitlements.family-over-time', sought);
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
