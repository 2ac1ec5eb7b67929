import { useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { ActButton } from './act-button.tsx';
import { ClockTag } from './clock-tag.tsx';
import type { StageProps } from './hearing.tsx';
import { toggled } from './hearing-room.tsx';

/** Which admitted appeals come before the sitting, the nearest deadline first; any can be left out. */
export function HearingAgenda({ found, onDone }: StageProps) {
  const asked = useAnswer('commissions.appeals-queue', { states: ['admitted'], limit: 100 });
  const [out, setOut] = useState<ReadonlySet<string>>(new Set());
  return (
    <Shown
      asked={asked}
      isEmpty={({ appeals }) => appeals.length === 0}
      empty={
        <Empty>
          <Words k="office.appeals.none-admitted" />
        </Empty>
      }
    >
      {({ appeals }) => {
        const taken = appeals.filter(({ id }) => !out.has(id)).map(({ id }) => id);
        const input = taken.length === 0 ? undefined : { sitting: found.sitting.id, appeals: taken };
        return (
          <fieldset className="sheet">
            <legend>
              <Words k="office.appeals.proposed" facts={{ taken: taken.length, all: appeals.length }} />
            </legend>
            {appeals.map(({ id, number, names, clock, daysLeft }) => (
              <label key={id}>
                <input type="checkbox" checked={!out.has(id)} onChange={() => setOut(toggled(out, id))} />{' '}
                <NumberOf number={number} /> · <NameOf names={names} /> · <ClockTag clock={clock} daysLeft={daysLeft} />
              </label>
            ))}
            <ActButton deed="commissions.freeze-appeals" name="freeze" input={input} onDone={onDone} />
          </fieldset>
        );
      }}
    </Shown>
  );
}
