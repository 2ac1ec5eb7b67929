import { useState } from 'react';
import { formatMoment } from '../../client/moments.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import type { Entry } from '../../offline/index.ts';
import { type Choice, type Conflict as ConflictOfAnswer, conflictsOf, resolved } from './resolve.ts';

/** The conflicts of an item, when it was refused for them. */
export function conflictIn({ item, standing }: Entry): readonly ConflictOfAnswer[] | undefined {
  const conflicts = standing.state === 'refused' && item.work.does === 'deed' ? conflictsOf(standing.refusal) : [];
  return conflicts.length === 0 ? undefined : conflicts;
}

type ConflictProps = { readonly entry: Entry; readonly conflict: readonly ConflictOfAnswer[] };

/** Somebody else wrote the same answer meanwhile: both stand side by side, and neither is lost until the agent has chosen. */
export function Conflict({ entry, conflict }: ConflictProps) {
  const { kept } = useOffice();
  const text = useText();
  const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({});
  const choiceOf = (place: string): Choice => choices[place] ?? { take: 'mine' };
  const send = async () => {
    const { item } = entry;
    if (item.work.does !== 'deed') return;
    const wanted = resolved(item.work.input as never, conflict, choiceOf);
    if (wanted === undefined) await kept.withdraw(item.id, text('office.outbox.theirs-kept'));
    else await kept.replace(item, wanted);
  };
  return (
    <div className="conflict">
      {conflict.map((one) => (
        <ConflictOf
          key={one.place}
          conflict={one}
          choice={choiceOf(one.place)}
          onChoice={(choice) => setChoices({ ...choices, [one.place]: choice })}
        />
      ))}
      <Button look="primary" onPress={() => void send()}>
        <Words k="office.outbox.decide" />
      </Button>
    </div>
  );
}

type OneProps = {
  readonly conflict: ConflictOfAnswer;
  readonly choice: Choice;
  readonly onChoice: (choice: Choice) => void;
};

function ConflictOf({ conflict: { place, base, theirs, yours, at }, choice, onChoice }: OneProps) {
  const { language, text } = useSpeech();
  const moment = at === undefined ? '' : formatMoment(language, Date.parse(at));
  const options = [
    { take: 'mine', value: yours, words: <Words k="office.outbox.mine" /> },
    { take: 'theirs', value: theirs, words: <Words k="office.outbox.theirs" facts={{ moment }} /> },
  ] as const;
  return (
    <fieldset>
      <legend>
        <bdi>{namePlace(place, text)}</bdi> · <Words k="office.outbox.before" facts={{ value: say(base) }} />
      </legend>
      {options.map(({ take, value, words }) => (
        <label key={take}>
          <input type="radio" name={`take ${place}`} checked={choice.take === take} onChange={() => onChoice({ take })} /> {words}{' '}
          <strong>
            <bdi>{say(value)}</bdi>
          </strong>
        </label>
      ))}
      <label>
        <input
          type="radio"
          name={`take ${place}`}
          checked={choice.take === 'other'}
          onChange={() => onChoice({ take: 'other', value: yours })}
        />{' '}
        <Words k="office.outbox.other-value" />
      </label>
      {choice.take === 'other' ? (
        <OtherValue value={choice.value} like={yours ?? theirs} onValue={(value) => onChoice({ take: 'other', value })} />
      ) : null}
    </fieldset>
  );
}

function OtherValue({ value, like, onValue }: { value: unknown; like: unknown; onValue: (value: unknown) => void }) {
  const text = useText();
  return (
    <input
      className="input"
      aria-label={text('office.outbox.other-value')}
      dir="auto"
      value={say(value)}
      onChange={({ target }) => onValue(typeof like === 'number' ? Number(target.value) : target.value)}
    />
  );
}

/** `members[1].birth_date` as people call it: the person by number, the question by its words. */
function namePlace(place: string, text: (key: string, facts?: Record<string, number>) => string): string {
  const [, member, key = place] = /^members\[(\d+)\]\.(.+)$/.exec(place) ?? [];
  const question = firstSaid([`applications.form.field.${key}`, `applications.form.choice.${key}`], text) ?? key;
  return member === undefined ? question : `${text('office.outbox.person', { ref: Number(member) + 1 })} · ${question}`;
}

function firstSaid(keys: readonly string[], text: (key: string) => string): string | undefined {
  for (const key of keys) {
    try {
      return text(key);
    } catch {
      // Not every answer is a question of its own.
    }
  }
  return undefined;
}

function say(value: unknown): string {
  if (value === undefined || value === null) return '—';
  return typeof value === 'string' || typeof value === 'number' ? String(value) : JSON.stringify(value);
}
