import { type ReactNode, useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useOffice } from '../../client/office-context.tsx';
import { useInScript, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Shown } from '../../components/states.tsx';
import { type AccountDeed, AccountDialog } from './account-dialog.tsx';
import { AccountState, type Agent } from './account-state.tsx';
import { AbsenceDialog, EndPostDialog, GivePostDialog, LendPostDialog } from './post-dialogs.tsx';
import { PostName } from './post-name.tsx';
import { StandInLines } from './stand-in-lines.tsx';

type Whole = QuestionOutput<'staff.one-agent'>;

/** What is being done to the agent. */
type Doing =
  | { readonly what: AccountDeed | 'absence' | 'give-post' }
  | { readonly what: 'end-post' | 'lend-post'; readonly post: string };

type DialogProps = { readonly agent: string; readonly onClose: () => void; readonly onChanged: () => void };

/** One agent: posts, absences, loans, the account, and what the administrator may do about each. */
export function AgentDialog({ agent: id, onClose, onChanged }: DialogProps) {
  const asked = useAnswer('staff.one-agent', { agent: id });
  const inScript = useInScript();
  const [doing, setDoing] = useState<Doing>();
  const done = () => {
    if (asked.state !== 'loading') asked.again();
    onChanged();
  };
  const agent = asked.state === 'ready' ? asked.data.agent : undefined;
  const title = agent ? <bdi>{inScript(agent.name)}</bdi> : <Words k="office.administration.agent" />;
  if (agent && doing) return <DoingDialog agent={agent} doing={doing} onClose={() => setDoing(undefined)} onDone={done} />;
  return (
    <Dialog title={title} onClose={onClose} isWide>
      <Shown asked={asked}>
        {(whole) => (whole.agent ? <AgentSheet whole={whole} agent={whole.agent} onDoing={setDoing} onDone={done} /> : null)}
      </Shown>
      <div className="buttons">
        <Button onPress={onClose}>
          <Words k="office.administration.close" />
        </Button>
      </div>
    </Dialog>
  );
}

type SheetProps = { whole: Whole; agent: Agent; onDoing: (doing: Doing) => void; onDone: () => void };

function AgentSheet({ whole, agent, onDoing, onDone }: SheetProps) {
  const { session } = useOffice();
  const isOneself = session.agent.id === agent.agent;
  return (
    <div className="agent-sheet">
      <p>
        <code dir="ltr">{agent.login}</code> · <Words k={`office.institution.${agent.institution}`} /> ·{' '}
        <AccountState agent={agent} />
      </p>
      <Part title="office.administration.column.posts">
        <ul className="lines">
          {agent.posts.map((post) => (
            <li key={post.post}>
              <span>
                <PostName {...post} />
              </span>
              {isOneself ? null : (
                <Deeds>
                  <Deed k="lend-post" onPress={() => onDoing({ what: 'lend-post', post: post.post })} />
                  <Deed k="end-post" onPress={() => onDoing({ what: 'end-post', post: post.post })} />
                </Deeds>
              )}
            </li>
          ))}
        </ul>
      </Part>
      <Part title="office.administration.part.replacements">
        <StandInLines absences={whole.absences} delegations={whole.delegations} onDone={onDone} />
      </Part>
      {isOneself ? (
        <p className="hint">
          <Words k="office.administration.oneself" />
        </p>
      ) : (
        <Deeds>
          <Deed k="give-post" onPress={() => onDoing({ what: 'give-post' })} />
          <Deed k="absence" onPress={() => onDoing({ what: 'absence' })} />
          <Deed k="reset-password" onPress={() => onDoing({ what: 'reset-password' })} />
          {agent.secondFactor ? <Deed k="reset-second-factor" onPress={() => onDoing({ what: 'reset-second-factor' })} /> : null}
          <Deed
            k={agent.active ? 'deactivate-agent' : 'reactivate-agent'}
            onPress={() => onDoing({ what: agent.active ? 'deactivate-agent' : 'reactivate-agent' })}
          />
        </Deeds>
      )}
    </div>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h2>
        <Words k={title} />
      </h2>
      {children}
    </section>
  );
}

function Deeds({ children }: { readonly children: ReactNode }) {
  return <span className="buttons">{children}</span>;
}

function Deed({ k, onPress }: { readonly k: string; readonly onPress: () => void }) {
  return (
    <Button onPress={onPress}>
      <Words k={`office.administration.deed.${k}`} />
    </Button>
  );
}

type DoingProps = {
  readonly agent: Agent;
  readonly doing: Doing;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

function DoingDialog({ agent, doing, ...ends }: DoingProps) {
  switch (doing.what) {
    case 'give-post':
      return <GivePostDialog agent={agent} {...ends} />;
    case 'absence':
      return <AbsenceDialog agent={agent} {...ends} />;
    case 'end-post':
      return <EndPostDialog agent={agent} post={doing.post} {...ends} />;
    case 'lend-post':
      return <LendPostDialog agent={agent} post={doing.post} {...ends} />;
    default:
      return <AccountDialog agent={agent} deed={doing.what} {...ends} />;
  }
}
