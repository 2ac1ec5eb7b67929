import { type PeriodsRow, periodsChart } from '#design/charts/index.ts';
import { casablancaDate, daysBetween, Temporal, toDate, toIsoDate } from '#platform/dates';
import { formatDate, languages } from '#platform/i18n';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Chart } from '../../components/chart.tsx';
import { Table } from '../../components/table.tsx';
import type { WholeCase } from './one-case.tsx';

type Days = { readonly from: string; readonly to: string | null };
type Row = { readonly label: string; readonly days: readonly Days[]; readonly look: PeriodsRow['look'] };

/** Both schemes over time, drawn and written: the same days in the chart and in the table beneath it. */
export function Periods({ found }: { readonly found: WholeCase }) {
  const { language } = useSpeech();
  const text = useText();
  const rows: readonly Row[] = [
    { label: text('office.double-cover.ramed'), days: found.ramed, look: 'one' },
    { label: text(`office.double-cover.scheme.${found.scheme}`), days: found.other, look: 'other' },
    { label: text('office.double-cover.shared'), days: found.shared, look: 'both' },
  ];
  const axis = axisOf(rows, toIsoDate(casablancaDate(Temporal.Instant.from(found.since))));
  const days = found.shared.reduce((sum, one) => sum + one.days, 0);
  return (
    <section className="figure">
      <h3>
        <Words k="office.double-cover.periods" />
      </h3>
      <p>
        <Words k="office.double-cover.shared-days" facts={{ days }} />
      </p>
      <Chart svg={periodsChart(drawn(rows, axis), { ...frameOf(axis, language), title: text('office.double-cover.periods') })} />
      <Table aria-label={text('office.double-cover.periods')}>
        <tbody>
          {rows.map(({ label, days: told }) => (
            <tr key={label}>
              <th scope="row">{label}</th>
              <td>{told.length === 0 ? <Words k="office.double-cover.no-days" /> : <Told days={told} />}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function Told({ days }: { readonly days: readonly Days[] }) {
  return (
    <ul className="plain">
      {days.map((one) => (
        <li key={one.from}>
          <DaysSaid days={one} />
        </li>
      ))}
    </ul>
  );
}

/** Days in words: from one to another, or since one. */
export function DaysSaid({ days: { from, to } }: { readonly days: Days }) {
  const { language } = useSpeech();
  const day = (text: string) => formatDate(language, toDate(text), 'short');
  if (to === null) return <Words k="office.double-cover.from-on" facts={{ from: day(from) }} />;
  return <Words k="office.double-cover.from-to" facts={{ from: day(from), to: day(to) }} />;
}

type Axis = { readonly first: string; readonly last: string; readonly length: number };

/** From the first day told to the last that is known, or to the day when the case last moved; what is open goes on to the end. */
function axisOf(rows: readonly Row[], moved: string): Axis {
  const told = rows.flatMap((row) => row.days.flatMap(({ from, to }) => (to === null ? [from] : [from, to])));
  const days = [...told, moved].toSorted();
  const first = days[0] ?? moved;
  const last = days.at(-1) ?? first;
  return { first, last, length: Math.max(1, daysBetween(toDate(first), toDate(last)) + 1) };
}

function drawn(rows: readonly Row[], { first, last, length }: Axis): PeriodsRow[] {
  const share = (day: string) => daysBetween(toDate(first), toDate(day)) / length;
  return rows.map(({ label, look, days }) => ({
    ...{ label, look },
    spans: days.map(({ from, to }) => ({ from: share(from), to: to === null ? 1 : share(to ?? last) + 1 / length })),
  }));
}

function frameOf({ first, last, length }: Axis, language: Parameters<typeof formatDate>[0]) {
  const middle = toDate(first).add({ days: Math.floor(length / 2) });
  const say = (day: ReturnType<typeof toDate>) => formatDate(language, day, 'short');
  return { direction: languages[language].direction, ends: [say(toDate(first)), say(middle), say(toDate(last))] as const };
}
