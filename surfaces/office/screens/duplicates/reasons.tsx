import { type KeyboardEvent, useEffect, useRef } from 'react';
import { Words } from '../../client/words.tsx';

type ReasonsProps<Reason extends string> = {
  readonly reasons: readonly Reason[];
  readonly reason: Reason;
  readonly onReason: (reason: Reason) => void;
  readonly onPress: (event: KeyboardEvent<HTMLElement>) => void;
};

/** What was looked at before a decision: a figure chooses it. */
export function Reasons<Reason extends string>({ reasons, reason, onReason, onPress }: ReasonsProps<Reason>) {
  const first = useRef<HTMLInputElement>(null);
  useEffect(() => first.current?.focus(), []);
  const press = (event: KeyboardEvent<HTMLElement>) => {
    const chosen = reasons[Number(event.key) - 1];
    if (chosen === undefined) return onPress(event);
    onReason(chosen);
    event.currentTarget.querySelectorAll('input')[reasons.indexOf(chosen)]?.focus();
  };
  return (
    <fieldset className="choices" onKeyDown={press}>
      <legend>
        <Words k="office.duplicates.why" />
      </legend>
      {reasons.map((one, at) => (
        <label key={one}>
          <input
            type="radio"
            name="reason"
            ref={at === 0 ? first : undefined}
            checked={one === reason}
            onChange={() => onReason(one)}
          />{' '}
          <kbd dir="ltr">{at + 1}</kbd> <Words k={`office.duplicates.reason.${one}`} />
        </label>
      ))}
    </fieldset>
  );
}
