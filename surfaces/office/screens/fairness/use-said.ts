import { findCommune, findProvince, findRegion } from '#modules/territory';
import { formatNumber, formatPercent } from '#platform/i18n';
import { useInScript, useSpeech } from '../../client/words.tsx';
import { type Fairness, isShare, type Line, type Measure, type Value } from './measures.ts';

/** How figures and groups are said in the reader's language. */
export function useSaid(answer: Pick<Fairness, 'by'>) {
  const { language, text } = useSpeech();
  const inScript = useInScript();
  const place = (code: string): string => {
    if (code === '') return text('office.fairness.part.nation');
    const found = findCommune(code) ?? findProvince(code) ?? findRegion(code);
    return found ? inScript(found.name) : code;
  };
  const group = (part: string): string => {
    if (answer.by === 'territory') return place(part);
    if (part === '') return text('office.fairness.part.unsaid');
    if (answer.by === 'milieu') return text(`office.fairness.part.${part}`);
    return text(`applications.form.choice.${answer.by === 'sex' ? 'sex' : 'marital_status'}.${part}`);
  };
  const number = (measure: Measure, value: number): string =>
    isShare(measure) ? formatPercent(language, value) : formatNumber(language, value, 1);
  const points = (value: number): string => text('office.fairness.points', { points: Math.round(value * 1000) / 10 });
  const between = (low: string, high: string): string => text('office.fairness.between', { low, high });
  return {
    group,
    number,
    points,
    name: ({ kind, name }: Line): string => (kind === 'group' ? group(name) : place(name)),
    between: (measure: Measure, { low, high }: Pick<Value, 'low' | 'high'>): string =>
      between(number(measure, low), number(measure, high)),
    pointsBetween: ({ low, high }: Pick<Value, 'low' | 'high'>): string => between(points(low), points(high)),
    said: (measure: Measure, { value, low, high }: Value): string =>
      text('office.fairness.said', { value: number(measure, value), low: number(measure, low), high: number(measure, high) }),
  };
}
