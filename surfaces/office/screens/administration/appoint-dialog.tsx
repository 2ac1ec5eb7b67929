import { useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { useOffice } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { DeedDialog } from './deed-dialog.tsx';
import { RoleSelect } from './role-select.tsx';
import { makePassword, TemporaryPassword } from './temporary-password.tsx';
import { TerritorySelect } from './territory-select.tsx';

const asked = ['nameFr', 'nameAr', 'login'] as const;
type Typed = Readonly<Record<(typeof asked)[number] | 'role' | 'territory', string>>;

/** Takes an agent on at one post; the password for the first sign-in is shown before and after, to be told by hand. */
export function AppointDialog({ onClose, onDone }: { readonly onClose: () => void; readonly onDone: () => void }) {
  const { session } = useOffice();
  const [password] = useState(makePassword);
  const [typed, setTyped] = useState<Typed>({ nameFr: '', nameAr: '', login: '', role: '', territory: session.post.territory });
  const type = (key: keyof Typed) => (value: string) => setTyped({ ...typed, [key]: value });
  const isWhole = [...asked, 'role' as const].every((key) => typed[key].trim() !== '');
  const input = isWhole
    ? ({
        ...typed,
        login: typed.login.trim().toLowerCase(),
        institution: session.agent.institution,
        temporaryPassword: password,
      } as DeedInput<'staff.appoint-agent'>)
    : undefined;
  return (
    <DeedDialog
      deed="staff.appoint-agent"
      title={<Words k="office.administration.appoint" />}
      input={input}
      onClose={onClose}
      onDone={onDone}
      done={<TemporaryPassword password={password} />}
    >
      {asked.map((key) => (
        <Field
          key={key}
          label={<Words k={`office.administration.${key}`} />}
          {...(key === 'login' ? { hint: <Words k="office.administration.login-hint" /> } : {})}
          value={typed[key]}
          onChange={type(key)}
          input={{ dir: key === 'nameAr' ? 'rtl' : 'ltr', autoComplete: 'off', autoFocus: key === 'nameFr' }}
        />
      ))}
      <RoleSelect value={typed.role} onChange={type('role')} />
      <TerritorySelect value={typed.territory} onChange={type('territory')} />
      <TemporaryPassword password={password} />
    </DeedDialog>
  );
}
