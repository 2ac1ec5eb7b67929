import { useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSettled } from '../../client/use-settled.ts';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useRows } from '../../components/use-rows.ts';
import { AccountState, type Agent } from './account-state.tsx';
import { AgentDialog } from './agent-dialog.tsx';
import { AppointDialog } from './appoint-dialog.tsx';
import { PostName } from './post-name.tsx';
import { RoleSelect } from './role-select.tsx';

/** The agents of the jurisdiction, by login: found by a part of a name in either script, or by role. */
export function Agents() {
  const [typed, setTyped] = useState('');
  const [role, setRole] = useState('');
  const [pages, setPages] = useState<readonly string[]>([]);
  const [opened, setOpened] = useState<string>();
  const [isAppointing, setAppointing] = useState(false);
  const text = useSettled(typed.trim(), 300);
  const afterLogin = pages.at(-1);
  const sought = { ...(text === '' ? {} : { text }), ...(role === '' ? {} : { role }) };
  const asked = useAnswer('staff.agents', { ...sought, limit: 50, ...(afterLogin === undefined ? {} : { afterLogin }) });
  useShortcut('add-member', () => setAppointing(true));
  const refresh = () => (asked.state === 'loading' ? undefined : asked.again());
  return (
    <>
      <div className="filters">
        <Field
          label={<Words k="office.administration.find" />}
          value={typed}
          onChange={(now) => {
            setPages([]);
            setTyped(now);
          }}
          input={{ type: 'search', dir: 'auto', autoComplete: 'off', spellCheck: false }}
        />
        <RoleSelect value={role} onChange={setRole} isOptional />
        <Button look="primary" keys="Alt A" onPress={() => setAppointing(true)}>
          <Words k="office.administration.appoint" />
        </Button>
      </div>
      <Shown asked={asked} isEmpty={({ agents }) => agents.length === 0} empty={<NobodyFound />}>
        {({ agents, more }) => (
          <>
            <AgentTable agents={agents} onOpen={setOpened} />
            <div className="buttons">
              <Button isDisabled={pages.length === 0} onPress={() => setPages(pages.slice(0, -1))}>
                <Words k="office.administration.page-before" />
              </Button>
              <Button isDisabled={!more} onPress={() => setPages([...pages, agents.at(-1)?.login ?? ''])}>
                <Words k="office.administration.page-after" />
              </Button>
            </div>
          </>
        )}
      </Shown>
      {opened === undefined ? null : <AgentDialog agent={opened} onClose={() => setOpened(undefined)} onChanged={refresh} />}
      {isAppointing ? <AppointDialog onClose={() => setAppointing(false)} onDone={refresh} /> : null}
    </>
  );
}

function NobodyFound() {
  return (
    <Empty>
      <Words k="office.administration.nobody" />
    </Empty>
  );
}

function AgentTable({ agents, onOpen }: { readonly agents: readonly Agent[]; readonly onOpen: (agent: string) => void }) {
  const text = useText();
  const inScript = useInScript();
  const rows = useRows((at) => onOpen(agents[at]?.agent ?? ''));
  return (
    <Table {...rows.table} aria-label={text('office.administration.part.agents')}>
      <TableHead words="office.administration.column" columns={['name', 'login', 'posts', 'account']} />
      <tbody>
        {agents.map((agent) => (
          <tr key={agent.agent}>
            <th scope="row">
              <button type="button" className="button button-link" data-row onClick={() => onOpen(agent.agent)}>
                <bdi>{inScript(agent.name)}</bdi>
              </button>
            </th>
            <td dir="ltr" className="code">
              {agent.login}
            </td>
            <td>
              {agent.posts.map((post) => (
                <div key={post.post}>
                  <PostName {...post} />
                </div>
              ))}
            </td>
            <td>
              <AccountState agent={agent} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
