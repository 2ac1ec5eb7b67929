import { useState } from 'react';
import { axisEnd, type IntervalRow, intervalPlot } from '#design/charts/index.ts';
import { languages } from '#platform/i18n';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Chart } from '../../components/chart.tsx';
import { MeasureTable } from './measure-table.tsx';
import { type Fairness, isShare, type Line, linesOf, type Measure } from './measures.ts';
import { useSaid } from './use-said.ts';

type FigureProps = { readonly answer: Fairness; readonly measure: Measure };

const TABLE_FIRST = 'ramed.table-first';

/** One measure: what it says in a sentence, the drawing and the table, in the order that the reader wishes on this computer. */
export function MeasureFigure({ answer, measure }: FigureProps) {
  const [isTableFirst, setTableFirst] = useState(() => localStorage.getItem(TABLE_FIRST) === 'yes');
  const lines = linesOf(answer, measure);
  const wish = (isFirst: boolean) => {
    localStorage.setItem(TABLE_FIRST, isFirst ? 'yes' : 'no');
    setTableFirst(isFirst);
  };
  const table = <MeasureTable answer={answer} measure={measure} lines={lines} />;
  return (
    <figure className="figure">
      <figcaption>
        <Headline answer={answer} measure={measure} lines={lines} />
        <p className="hint">
          <Words k={`office.fairness.definition.${measure}`} />{' '}
          <Words k="office.fairness.interval" facts={{ least: answer.least }} />
        </p>
      </figcaption>
      <label className="tick">
        <input type="checkbox" checked={isTableFirst} onChange={(change) => wish(change.target.checked)} />{' '}
        <Words k="office.fairness.table-first" />
      </label>
      {isTableFirst ? table : null}
      <Plot answer={answer} measure={measure} lines={lines} />
      {isTableFirst ? null : table}
    </figure>
  );
}

type LinesProps = FigureProps & { readonly lines: readonly Line[] };

/** The message of the figure: the value of the whole, and who stands apart. */
function Headline({ answer, measure, lines }: LinesProps) {
  const text = useText();
  const { name } = useSaid(answer);
  const value = lines.find(({ kind }) => kind === 'whole')?.value;
  const figure = text(`office.fairness.figure.${measure}`);
  const apart = lines.filter(({ difference }) => difference?.isApart === true);
  if (value === undefined)
    return (
      <h2>
        <Words k="office.fairness.headline.too-few" facts={{ figure }} />
      </h2>
    );
  const { low, high } = value;
  return (
    <h2>
      {isShare(measure) ? (
        <Words k="office.fairness.headline.share" facts={{ figure, share: value.value, low, high }} />
      ) : (
        <Words k="office.fairness.headline.time" facts={{ figure, median: value.value, low, high }} />
      )}{' '}
      {!isShare(measure) || answer.groups.length < 2 ? null : apart.length === 0 ? (
        <Words k="office.fairness.headline.alike" />
      ) : (
        <Words k="office.fairness.headline.apart" facts={{ groups: apart.map(name).join(' · ') }} />
      )}
    </h2>
  );
}

function Plot({ answer, measure, lines }: LinesProps) {
  const text = useText();
  const { language } = useSpeech();
  const { name, number, said } = useSaid(answer);
  const rows: IntervalRow[] = lines.flatMap((line) => {
    if (line.value === undefined) return [];
    const look = line.kind !== 'group' ? 'whole' : line.difference?.isApart === true ? 'apart' : 'group';
    return [{ ...line.value, label: name(line), said: said(measure, line.value), look }];
  });
  if (rows.length === 0) return null;
  const frame = {
    title: text(`office.fairness.figure.${measure}`),
    direction: languages[language].direction,
    end: axisEnd(Math.max(...rows.map(({ high }) => high))),
    write: (value: number) => number(measure, value),
  };
  return <Chart svg={intervalPlot(rows, frame)} />;
}
