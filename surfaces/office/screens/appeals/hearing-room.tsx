import { useState } from 'react';
import { useInScript, Words } from '../../client/words.tsx';
import { ActButton } from './act-button.tsx';
import type { Found, StageProps } from './hearing.tsx';

type Member = Found['members'][number];

/** Who of the commission has come; the sitting opens with its quorum. */
export function Attendance({ found: { sitting, members }, onDone }: StageProps) {
  const [here, setHere] = useState<ReadonlySet<string>>(new Set());
  const input = here.size === 0 ? undefined : { sitting: sitting.id, present: [...here] };
  return (
    <fieldset className="sheet">
      <legend>
        <Words k="office.sitting.who-sits" />
      </legend>
      <Ticks members={members} ticked={here} onTicked={setHere} />
      <ActButton
        deed="commissions.open-sitting"
        name="open"
        input={input}
        shortcut={{ name: 'sitting-open', keys: 'Ctrl ⏎' }}
        onDone={onDone}
      />
    </fieldset>
  );
}

/** Who comes in or leaves while the commission sits; the quorum of what is ruled from then on counts them. */
export function Movements({ found: { sitting, members }, onDone }: StageProps) {
  const there = new Set(members.filter(({ isHere }) => isHere).map(({ id }) => id));
  const [ticked, setTicked] = useState<ReadonlySet<string>>(there);
  const at = new Date().toISOString();
  const moves = members
    .filter(({ id, isHere }) => ticked.has(id) !== isHere)
    .map(({ id: member, isHere }) => ({ member, moved: isHere ? ('left' as const) : ('arrived' as const), at }));
  return (
    <details>
      <summary>
        <Words k="office.appeals.comings" />
      </summary>
      <fieldset className="sheet">
        <legend>
          <Words k="office.sitting.who-sits" />
        </legend>
        <Ticks members={members} ticked={ticked} onTicked={setTicked} />
        <ActButton
          deed="commissions.note-presence"
          name="presence"
          look="plain"
          input={moves.length === 0 ? undefined : { sitting: sitting.id, moves }}
          onDone={onDone}
        />
      </fieldset>
    </details>
  );
}

type TicksProps = {
  readonly members: readonly Member[];
  readonly ticked: ReadonlySet<string>;
  readonly onTicked: (ticked: ReadonlySet<string>) => void;
};

function Ticks({ members, ticked, onTicked }: TicksProps) {
  const inScript = useInScript();
  return members.map(({ id, institution, nameFr, nameAr }) => (
    <label key={id}>
      <input type="checkbox" checked={ticked.has(id)} onChange={() => onTicked(toggled(ticked, id))} />{' '}
      <bdi>{inScript({ fr: nameFr, ar: nameAr })}</bdi> · <Words k={`commissions.institution.${institution}`} />
    </label>
  ));
}

/** The set with one more, or one less when it was in it. */
export function toggled(set: ReadonlySet<string>, one: string): ReadonlySet<string> {
  const next = new Set(set);
  if (!next.delete(one)) next.add(one);
  return next;
}
