import { useId, useState } from 'react';
import { findCommune } from '#modules/territory';
import { downloadCsv } from '../../client/download.ts';
import { useAnswer, useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { TerritorySelect } from '../administration/territory-select.tsx';
import { MeasureFigure } from './measure-figure.tsx';
import { type Fairness, fairnessCsv, type Measure, measures } from './measures.ts';
import { Reasons } from './reasons.tsx';
import { useSaid } from './use-said.ts';

const ways = ['milieu', 'sex', 'marital-status', 'territory'] as const;
type Way = (typeof ways)[number];

/** Whether the commissions of the jurisdiction treat like files alike: one measure at a time, group by group, with intervals and without names. */
export function FairnessScreen() {
  const own = useOffice().session.post.territory;
  const [territory, setTerritory] = useState(own);
  const [measure, setMeasure] = useState<Measure>('same-score');
  const [by, setBy] = useState<Way>('milieu');
  const isCommune = findCommune(own) !== undefined;
  const asked = useAnswer('commissions.fairness', { territory, by });
  return (
    <section className="fairness">
      <h1>
        <Words k="office.fairness.title" />
      </h1>
      <div className="filters">
        {isCommune ? null : <TerritorySelect value={territory} onChange={setTerritory} />}
        <Choice label="measure" prefix="office.fairness.figure" values={measures} value={measure} onChange={setMeasure} />
        <Choice label="by" prefix="office.fairness.by-what" values={ways} value={by} onChange={setBy} />
      </div>
      <Shown asked={asked} isEmpty={(answer) => answer.whole === undefined} empty={<Nothing />}>
        {(answer) => <Found answer={answer} measure={measure} />}
      </Shown>
    </section>
  );
}

function Nothing() {
  return (
    <Empty>
      <Words k="office.fairness.nothing" />
    </Empty>
  );
}

function Found({ answer, measure }: { readonly answer: Fairness; readonly measure: Measure }) {
  const { apart, compared, byChance, withheld } = answer;
  const { group } = useSaid(answer);
  return (
    <>
      <p className="hint">
        <Words k="office.fairness.about" facts={{ from: answer.from, to: answer.to }} />
      </p>
      <MeasureFigure answer={answer} measure={measure} />
      {compared === 0 ? null : (
        <p>
          <Words k="office.fairness.chance" facts={{ apart, compared, byChance: Math.round(byChance * 10) / 10 }} />
        </p>
      )}
      {withheld.length === 0 ? null : (
        <p>
          <Words k="office.fairness.withheld" facts={{ groups: withheld.map(group).join(' · ') }} />
        </p>
      )}
      {answer.reasons.length === 0 ? null : <Reasons reasons={answer.reasons} />}
      <p className="hint">
        <Words k="office.fairness.source" />
      </p>
      <div className="buttons">
        <Button onPress={() => downloadCsv(fairnessCsv(answer), `fairness-${answer.territory || 'nation'}-${answer.by}.csv`)}>
          <Words k="office.fairness.csv" />
        </Button>
        <Button onPress={() => window.print()}>
          <Words k="office.fairness.print" />
        </Button>
      </div>
    </>
  );
}

type ChoiceProps<V extends string> = {
  readonly label: string;
  readonly prefix: string;
  readonly values: readonly V[];
  readonly value: V;
  readonly onChange: (value: V) => void;
};

function Choice<V extends string>({ label, prefix, values, value, onChange }: ChoiceProps<V>) {
  const id = useId();
  const text = useText();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={`office.fairness.${label}`} />
      </label>
      <select id={id} value={value} onChange={(change) => onChange(change.target.value as V)}>
        {values.map((one) => (
          <option key={one} value={one}>
            {text(`${prefix}.${one}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
