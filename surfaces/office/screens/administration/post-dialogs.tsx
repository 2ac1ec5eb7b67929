import { useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useInScript, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { ReasonField } from './account-dialog.tsx';
import type { Agent } from './account-state.tsx';
import { AgentPicker } from './agent-picker.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { RoleSelect } from './role-select.tsx';
import { TerritorySelect } from './territory-select.tsx';

type Ends = { readonly agent: Agent; readonly onClose: () => void; readonly onDone: () => void };

/** One more post for the agent, from today or a day said, and to a day where it is known. */
export function GivePostDialog({ agent, ...ends }: Ends) {
  const { session } = useOffice();
  const [typed, setTyped] = useState({ role: '', territory: session.post.territory, from: '', until: '' });
  const { role, territory, from, until } = typed;
  const days = { ...(from === '' ? {} : { from }), ...(until === '' ? {} : { until }) };
  const input = role === '' ? undefined : ({ agent: agent.agent, role, territory, ...days } as DeedInput<'staff.give-post'>);
  return (
    <DeedDialog deed="staff.give-post" title={<Of k="give-post" agent={agent} />} input={input} {...ends}>
      <RoleSelect value={role} onChange={(now) => setTyped({ ...typed, role: now })} />
      <TerritorySelect value={territory} onChange={(now) => setTyped({ ...typed, territory: now })} />
      <Days from={from} until={until} onChange={(now) => setTyped({ ...typed, ...now })} areOptional />
    </DeedDialog>
  );
}

export function EndPostDialog({ agent, post, ...ends }: Ends & { readonly post: string }) {
  const [lastDay, setLastDay] = useState('');
  const input = { post, ...(lastDay === '' ? {} : { lastDay }) };
  return (
    <DeedDialog deed="staff.end-post" title={<Of k="end-post" agent={agent} />} input={input} look="danger" {...ends}>
      <Field
        label={<Words k="office.administration.last-day" />}
        hint={<Words k="office.administration.last-day-hint" />}
        isOptional
        value={lastDay}
        onChange={setLastDay}
        input={{ type: 'date', autoFocus: true }}
      />
    </DeedDialog>
  );
}

/** The agent is away for some days; whoever replaces acts at all the posts meanwhile. */
export function AbsenceDialog({ agent, ...ends }: Ends) {
  const [typed, setTyped] = useState({ from: '', until: '', replacedBy: '', reason: '' });
  const { from, until, replacedBy, reason } = typed;
  const isWhole = from !== '' && until !== '' && reason.trim().length >= 3;
  const known = { agent: agent.agent, from, until, reason };
  const input = isWhole ? { ...known, ...(replacedBy === '' ? {} : { replacedBy }) } : undefined;
  return (
    <DeedDialog deed="staff.note-absence" title={<Of k="absence" agent={agent} />} input={input} {...ends}>
      <ReasonField value={reason} onChange={(now) => setTyped({ ...typed, reason: now })} />
      <Days from={from} until={until} onChange={(now) => setTyped({ ...typed, ...now })} />
      <AgentPicker
        label="office.administration.replaced-by"
        not={agent.agent}
        value={replacedBy}
        onChange={(now) => setTyped({ ...typed, replacedBy: now })}
      />
    </DeedDialog>
  );
}

export function LendPostDialog({ agent, post, ...ends }: Ends & { readonly post: string }) {
  const [typed, setTyped] = useState({ from: '', until: '', to: '', reason: '' });
  const { from, until, to, reason } = typed;
  const isWhole = from !== '' && until !== '' && to !== '' && reason.trim().length >= 3;
  return (
    <DeedDialog
      deed="staff.lend-post"
      title={<Of k="lend-post" agent={agent} />}
      input={isWhole ? { post, to, from, until, reason } : undefined}
      {...ends}
    >
      <ReasonField value={reason} onChange={(now) => setTyped({ ...typed, reason: now })} />
      <AgentPicker
        label="office.administration.lent-to"
        not={agent.agent}
        value={to}
        onChange={(now) => setTyped({ ...typed, to: now })}
      />
      <Days from={from} until={until} onChange={(now) => setTyped({ ...typed, ...now })} />
    </DeedDialog>
  );
}

type DaysProps = {
  readonly from: string;
  readonly until: string;
  readonly onChange: (days: { from?: string; until?: string }) => void;
  readonly areOptional?: boolean;
};

function Days({ from, until, onChange, areOptional = false }: DaysProps) {
  return (
    <>
      <Field
        label={<Words k="office.administration.from" />}
        isOptional={areOptional}
        value={from}
        onChange={(day) => onChange({ from: day })}
        input={{ type: 'date' }}
      />
      <Field
        label={<Words k="office.administration.to" />}
        isOptional={areOptional}
        value={until}
        onChange={(day) => onChange({ until: day })}
        input={{ type: 'date' }}
      />
    </>
  );
}

function Of({ k, agent }: { readonly k: string; readonly agent: Agent }) {
  const inScript = useInScript();
  return <Words k={`office.administration.of.${k}`} facts={{ name: inScript(agent.name) }} />;
}
