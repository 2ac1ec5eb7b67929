import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { BringList } from './bring-list.tsx';
import { ListTable } from './list-table.tsx';
import { OneList } from './one-list.tsx';
import { TakeOut } from './take-out.tsx';

export type RegistrationList = QuestionOutput<'entitlements.recent-registration-lists'>['lists'][number];

/** Lists of families to register: brought in, what became of each of their records and why, and what a province validated taken out. */
export function RegistrationScreen() {
  const lists = useAnswer('entitlements.recent-registration-lists', {}, ({ lists: some }) => some.some(isMoving));
  const [chosen, setChosen] = useState<string>();
  const mayBring = useMayDo('entitlements:send-lists');
  const again = () => (lists.state === 'loading' ? undefined : lists.again());
  return (
    <section className="deadlines registration">
      <h1>
        <Words k="office.registration.title" />
      </h1>
      {mayBring ? (
        <BringList
          onDone={(list) => {
            setChosen(list);
            again();
          }}
        />
      ) : null}
      <h2>
        <Words k="office.registration.lists" />
      </h2>
      <Shown asked={lists}>
        {({ lists: some }) => {
          const here = some.find(({ id }) => id === chosen);
          if (some.length === 0)
            return (
              <Empty>
                <Words k="office.registration.no-lists" />
              </Empty>
            );
          return (
            <>
              <ListTable lists={some} chosen={chosen} onChosen={setChosen} />
              {here === undefined ? null : <OneList key={here.id} list={here} onAgain={again} />}
            </>
          );
        }}
      </Shown>
      <h2>
        <Words k="office.registration.take-out" />
      </h2>
      <TakeOut />
    </section>
  );
}

/** The insurers answer within minutes, or not for days: nobody looks at a screen for those. */
const ANSWERS_WITHIN_MS = 600_000;

/** Whether its counts are about to change: it is being read, or was a moment ago and the insurers are answering. */
function isMoving({ state, endedAt, results }: RegistrationList): boolean {
  const isFresh = endedAt !== null && Date.now() - Date.parse(endedAt) < ANSWERS_WITHIN_MS;
  return state === 'receiving' || (isFresh && results.some(({ result }) => result === 'waiting'));
}
