import { barChart } from '#design/charts/index.ts';
import { formatNumber, languages } from '#platform/i18n';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Chart } from '../../components/chart.tsx';
import type { Fairness } from './measures.ts';

/** Why decisions departed from the score, and for or against whom: a bar for each reason. Their names and numbers stand in the drawing as text. */
export function Reasons({ reasons }: { readonly reasons: Fairness['reasons'] }) {
  const text = useText();
  const { language } = useSpeech();
  const said = ({ reason, direction }: Fairness['reasons'][number]) => {
    const words = text(reason === 'other' ? 'office.fairness.reason.other' : `commissions.reason.${reason}`);
    return text(`office.fairness.reason.${direction}`, { reason: words });
  };
  const bars = reasons.map((one) => ({
    ...{ label: said(one), said: formatNumber(language, one.files), value: one.files },
    look: one.direction === 'favour' ? ('one' as const) : ('other' as const),
  }));
  const end = Math.max(...bars.map(({ value }) => value));
  const title = [text('office.fairness.reasons'), ...bars.map((bar) => `${bar.label} ${bar.said}`)].join('. ');
  return (
    <figure className="figure">
      <figcaption>
        <h2>
          <Words k="office.fairness.reasons" />
        </h2>
      </figcaption>
      <Chart svg={barChart(bars, { title, direction: languages[language].direction, end })} />
    </figure>
  );
}
