import { type ShortcutName, useShortcut } from '../../client/shortcuts.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import type { Member } from './room.ts';

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

/** Members by institution, each ticked when there; the first nine have a digit. */
export function MemberTicks({
  members,
  onTurn,
}: {
  readonly members: readonly Member[];
  readonly onTurn: (member: string) => void;
}) {
  const institutions = [...new Set(members.map(({ institution }) => institution))];
  const ordered = institutions.flatMap((institution) => members.filter((member) => member.institution === institution));
  return (
    <div className="member-ticks">
      {institutions.map((institution) => (
        <fieldset key={institution}>
          <legend>
            <Words k={`commissions.institution.${institution}`} />
          </legend>
          {ordered
            .filter((member) => member.institution === institution)
            .map((member) => (
              <MemberTick key={member.id} member={member} digit={digits[ordered.indexOf(member)]} onTurn={onTurn} />
            ))}
        </fieldset>
      ))}
    </div>
  );
}

type TickProps = { readonly member: Member; readonly digit: number | undefined; readonly onTurn: (member: string) => void };

function MemberTick({ member: { id, presence, seat, nameFr, nameAr }, digit, onTurn }: TickProps) {
  const inScript = useInScript();
  const text = useText();
  useShortcut(`choice-${digit ?? 1}` as ShortcutName, () => onTurn(id), digit !== undefined);
  return (
    <label className="member-tick">
      <input type="checkbox" checked={presence === 'present'} onChange={() => onTurn(id)} />
      {digit === undefined ? null : <kbd>{digit}</kbd>}
      <bdi>{inScript({ fr: nameFr, ar: nameAr })}</bdi>
      <span className="hint">
        {text(`office.sitting.seat.${seat}`)}
        {presence === 'left' ? ` · ${text('office.sitting.left')}` : ''}
      </span>
    </label>
  );
}
