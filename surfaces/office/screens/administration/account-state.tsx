import type { QuestionOutput } from '../../client/contract.ts';
import { Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';

export type Agent = QuestionOutput<'staff.agents'>['agents'][number];

/** How the account stands, in words: open, closed, waiting for its first sign-in; with a telephone or not. */
export function AccountState({ agent }: { readonly agent: Agent }) {
  const [state, look] = !agent.active
    ? (['closed', 'refused'] as const)
    : agent.lockedUntil !== undefined
      ? (['locked', 'warning'] as const)
      : agent.temporaryPassword
        ? (['not-yet', 'waiting'] as const)
        : (['open', 'open'] as const);
  return (
    <>
      <Tag look={look}>
        <Words k={`office.administration.account.${state}`} />
      </Tag>{' '}
      <span className="hint">
        <Words k={`office.administration.account.${agent.secondFactor ? 'telephone' : 'no-telephone'}`} />
      </span>
    </>
  );
}
