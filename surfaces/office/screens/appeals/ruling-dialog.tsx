import { useId, useState } from 'react';
import type { AppealOutcome } from '#modules/commissions';
import { newId } from '#platform/ids';
import type { DeedInput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { AppealDialog } from './appeal-dialog.tsx';
import type { FullAppeal } from './one-appeal.tsx';

export type Ruling = AppealOutcome;
type Input = DeedInput<'commissions.decide-appeal'>;
type Criterion = FullAppeal['appeal']['criteria'][number];
type Finding = Input['findings'][number]['finding'];

/** For the family first, then against it. */
const findingCodes = Object.keys({
  'shown-by-paper': true,
  'shown-by-enquiry': true,
  'changed-since': true,
  'rule-misapplied': true,
  'not-looked-into': true,
  'not-shown': true,
  confirmed: true,
  'changes-nothing': true,
} satisfies Record<Finding, true>);

type RulingProps = {
  readonly found: FullAppeal;
  readonly sitting: string;
  readonly outcome: Ruling;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What the commission found of each contested point, what it gives, and what it says to the family. */
export function RulingDialog({ found, sitting, outcome, onClose, onDone }: RulingProps) {
  const { appeal, first } = found;
  const [id] = useState(newId);
  const [findings, setFindings] = useState<Partial<Record<Criterion, Finding>>>({});
  const [category, setCategory] = useState<'poor' | 'vulnerable'>(first.outcome === 'vulnerable' ? 'poor' : 'vulnerable');
  const [words, setWords] = useState('');
  const [asks, setAsks] = useState('');
  const chosen = appeal.criteria.flatMap((criterion) => {
    const finding = findings[criterion];
    return finding === undefined ? [] : [{ criterion, finding }];
  });
  const isWhole = outcome === 'adjourned' || chosen.length === appeal.criteria.length;
  const input: Input | undefined =
    words.trim() === '' || !isWhole
      ? undefined
      : {
          ...{ id, sitting, appeal: appeal.id, outcome, findings: chosen, words, ruledAt: new Date().toISOString() },
          ...(outcome === 'reformed' ? { category } : {}),
          ...(asks.trim() === '' ? {} : { asks }),
        };
  return (
    <AppealDialog deed="commissions.decide-appeal" name={outcome} input={input} onClose={onClose} onDone={onDone}>
      {outcome === 'adjourned'
        ? null
        : appeal.criteria.map((criterion) => (
            <Choice
              key={criterion}
              label={`commissions.criterion.${criterion}`}
              prefix="commissions.appeal-finding"
              values={findingCodes}
              value={findings[criterion] ?? ''}
              onChange={(finding) => setFindings({ ...findings, [criterion]: finding })}
            />
          ))}
      {outcome === 'reformed' ? (
        <Choice
          label="office.appeals.gives"
          prefix="commissions.outcome"
          values={first.outcome === 'refused' ? ['poor', 'vulnerable'] : ['poor']}
          value={category}
          onChange={(given) => setCategory(given as 'poor' | 'vulnerable')}
        />
      ) : null}
      <Said label="words" value={words} onChange={setWords} />
      {outcome === 'sent_back' || outcome === 'adjourned' ? <Said label="asks" value={asks} onChange={setAsks} /> : null}
    </AppealDialog>
  );
}

type SaidProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

function Said({ label, value, onChange }: SaidProps) {
  return (
    <Field
      label={<Words k={`office.appeals.${label}`} />}
      value={value}
      onChange={onChange}
      input={{ maxLength: 2000, dir: 'auto', autoComplete: 'off' }}
    />
  );
}

type ChoiceProps = {
  readonly label: string;
  readonly prefix: string;
  readonly values: readonly string[];
  readonly value: string;
  readonly onChange: (value: never) => void;
};

function Choice({ label, prefix, values, value, onChange }: ChoiceProps) {
  const id = useId();
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={label} />
      </label>
      <select id={id} value={value} onChange={(change) => onChange(change.target.value as never)}>
        {value === '' ? <option value="">…</option> : null}
        {values.map((one) => (
          <option key={one} value={one}>
            {text(`${prefix}.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
