import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, wordsOfFailure } from '../../components/states.tsx';
import { PostName } from './post-name.tsx';

type StandIns = Pick<QuestionOutput<'staff.replacements'>, 'absences' | 'delegations'>;

/** Who is away and who replaces, and which posts are lent; each may be ended at once. */
export function StandInLines({ absences, delegations, onDone }: StandIns & { readonly onDone: () => void }) {
  const { client } = useOffice();
  const inScript = useInScript();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const end = (doing: Promise<unknown>) => doing.then(onDone, (error: unknown) => setFault(wordsOfFailure(error as Error, text)));
  if (absences.length + delegations.length === 0)
    return (
      <Empty>
        <Words k="office.administration.no-stand-ins" />
      </Empty>
    );
  return (
    <>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <ul className="lines">
        {absences.map(({ absence, name, from, until, reason, replacedBy }) => (
          <li key={absence}>
            <span>
              <Words
                k={`office.administration.line.${replacedBy ? 'replaced' : 'away'}`}
                facts={{ name: inScript(name), from, until, other: replacedBy ? inScript(replacedBy.name) : '' }}
              />{' '}
              <span className="hint">{reason}</span>
            </span>
            <Button onPress={() => void end(client.attempt('staff.end-absence', { absence }))}>
              <Words k="office.administration.do.end-absence" />
            </Button>
          </li>
        ))}
        {delegations.map(({ delegation, holder, to, role, territory, from, until, reason }) => (
          <li key={delegation}>
            <span>
              <Words
                k="office.administration.line.lent"
                facts={{ name: inScript(holder.name), other: inScript(to.name), from, until }}
              />{' '}
              <PostName role={role} territory={territory} /> <span className="hint">{reason}</span>
            </span>
            <Button onPress={() => void end(client.attempt('staff.end-delegation', { delegation }))}>
              <Words k="office.administration.do.end-delegation" />
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
