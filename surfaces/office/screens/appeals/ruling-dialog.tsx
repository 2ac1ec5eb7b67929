import { useId, useState } from 'react';
import type { AppealOutcome } from '#modules/commissions';
import { newId } from '#platform/ids';
import type { DeedInput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
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
} satisfies Record<Finding, true>) as Finding[];

type RulingProps = {
  readonly found: FullAppeal;
  readonly sitting: string;
  readonly outcome: Ruling;
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** What the commission found of each contested point, what it gives, and what it says to the family: proposed, and rewritten at will. */
export function RulingDialog({ found, sitting, outcome, onClose, onDone }: RulingProps) {
  const { appeal, first } = found;
  const ruling = useRuling(found, sitting, outcome);
  const criteria = outcome === 'adjourned' ? [] : appeal.criteria;
  return (
    <AppealDialog deed="commissions.decide-appeal" name={outcome} input={ruling.input} onClose={onClose} onDone={onDone}>
      {criteria.map((criterion) => (
        <Choice
          key={criterion}
          label={`commissions.criterion.${criterion}`}
          prefix="commissions.appeal-finding"
          values={findingCodes}
          value={ruling.findings[criterion] ?? ''}
          onChange={(finding) => ruling.find(criterion, finding)}
        />
      ))}
      {outcome === 'reformed' ? (
        <Choice
          label="office.appeals.gives"
          prefix="commissions.outcome"
          values={first.outcome === 'refused' ? ['poor', 'vulnerable'] : ['poor']}
          value={ruling.category}
          onChange={ruling.setCategory}
        />
      ) : null}
      <Said label="words" value={ruling.words} onChange={ruling.setWords} />
      {outcome === 'sent_back' || outcome === 'adjourned' ? (
        <Said label="asks" value={ruling.asks} onChange={ruling.setAsks} />
      ) : null}
    </AppealDialog>
  );
}

/** What is chosen and written so far, and the deed it makes; no deed while a point lacks its finding or the family its words. */
function useRuling({ appeal, first }: FullAppeal, sitting: string, outcome: Ruling) {
  const text = useText();
  const [id] = useState(newId);
  const [findings, setFindings] = useState<Partial<Record<Criterion, Finding>>>({});
  const [category, setCategory] = useState<'poor' | 'vulnerable'>(first.outcome === 'vulnerable' ? 'poor' : 'vulnerable');
  const [written, setWords] = useState<string>();
  const [asks, setAsks] = useState('');
  const chosen = appeal.criteria.flatMap((criterion) => {
    const finding = findings[criterion];
    return finding === undefined ? [] : [{ criterion, finding }];
  });
  const points = chosen.map(({ criterion, finding }) =>
    text('office.appeals.point', {
      point: text(`commissions.criterion.${criterion}`),
      finding: text(`commissions.appeal-finding.${finding}`),
    }),
  );
  const words = written ?? [text(`office.appeals.template.${outcome}`), ...points].join(' ');
  const isWhole = words.trim() !== '' && (outcome === 'adjourned' || chosen.length === appeal.criteria.length);
  const input: Input = {
    ...{ id, sitting, appeal: appeal.id, outcome, findings: chosen, words, ruledAt: new Date().toISOString() },
    ...(outcome === 'reformed' ? { category } : {}),
    ...(asks.trim() === '' ? {} : { asks }),
  };
  const find = (criterion: Criterion, finding: Finding) => setFindings({ ...findings, [criterion]: finding });
  return { input: isWhole ? input : undefined, findings, find, category, setCategory, words, setWords, asks, setAsks };
}

type SaidProps = { readonly label: string; readonly value: string; readonly onChange: (value: string) => void };

function Said({ label, value, onChange }: SaidProps) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={`office.appeals.${label}`} />
      </label>
      <textarea id={id} rows={3} maxLength={2_000} dir="auto" value={value} onChange={({ target }) => onChange(target.value)} />
    </div>
  );
}

type ChoiceProps<V extends string> = {
  readonly label: string;
  readonly prefix: string;
  readonly values: readonly V[];
  readonly value: V | '';
  readonly onChange: (value: V) => void;
};

function Choice<V extends string>({ label, prefix, values, value, onChange }: ChoiceProps<V>) {
  const id = useId();
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={label} />
      </label>
      <select id={id} value={value} onChange={(change) => onChange(change.target.value as V)}>
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
