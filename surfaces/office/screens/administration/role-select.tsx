import { useId } from 'react';
import { type Role, roles } from '#modules/staff';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';

/** What an administrator of a province may give: the same list as the server holds it to. */
const ofProvinces: readonly Role[] = [
  'counter-agent',
  'verification-officer',
  'commission-secretary',
  'commission-member',
  'field-agent',
  'provincial-officer',
  'appeals-secretary',
];

type RoleSelectProps = { readonly value: string; readonly onChange: (role: string) => void; readonly isOptional?: boolean };

export function RoleSelect({ value, onChange, isOptional = false }: RoleSelectProps) {
  const { session } = useOffice();
  const text = useText();
  const id = useId();
  const offered = session.post.territory === '' ? (Object.keys(roles) as Role[]) : ofProvinces;
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k="office.administration.role" />
      </label>
      <select id={id} value={value} onChange={(change) => onChange(change.target.value)}>
        <option value="">{text(isOptional ? 'office.administration.any-role' : 'office.administration.choose')}</option>
        {offered.map((role) => (
          <option key={role} value={role}>
            {text(`office.role.${role}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
