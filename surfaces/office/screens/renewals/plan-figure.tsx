import { useState } from 'react';
import { axisEnd, barChart } from '#design/charts/index.ts';
import { toDate } from '#platform/dates';
import { languages } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAttempt } from '../../client/use-attempt.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Chart } from '../../components/chart.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

type Plan = NonNullable<QuestionOutput<'entitlements.renewal-plan-of-province'>['plan']>;
type FigureProps = { readonly province: string; readonly plan: Plan; readonly onPlanned: () => void };

/** The calls of a province by month, everybody as the renewal opens and spread; the drawing, the same as a table, and the deed that keeps the plan. */
export function PlanFigure({ province, plan, onPlanned }: FigureProps) {
  const { attempt, isBusy, fault } = useAttempt();
  const [kept, setKept] = useState<number>();
  const beyond = plan.months.reduce((sum, month) => sum + month.beyond, 0);
  const keep = async () => {
    const done = await attempt('entitlements.plan-renewals', { province });
    if (!done) return;
    setKept(done.families);
    onPlanned();
  };
  return (
    <figure className="figure">
      <figcaption>
        <p>
          <Words k={`office.renewals.${beyond > 0 ? 'beyond' : 'fits'}`} facts={{ capacity: plan.capacity, beyond }} />
        </p>
        <p className="hint">
          <Words k="office.renewals.waves" facts={{ ...plan.waves }} />
        </p>
        <p className="hint">
          <Words k="office.renewals.illustrative" />
        </p>
      </figcaption>
      <Months months={plan.months} />
      <div className="buttons">
        <Button look="primary" isBusy={isBusy} onPress={() => void keep()}>
          <Words k="office.renewals.keep" />
        </Button>
      </div>
      <p role="status">{kept === undefined ? (fault ?? '') : <Words k="office.renewals.kept" facts={{ families: kept }} />}</p>
    </figure>
  );
}

function Months({ months }: Pick<Plan, 'months'>) {
  const text = useText();
  const { language } = useSpeech();
  const name = (month: string) => text('office.renewals.month', { month: toDate(`${month}-01`) });
  const bars = months.flatMap(({ month, before, after }) => [
    { label: name(month), said: text('office.renewals.before', { n: before }), value: before, look: 'other' as const },
    { label: '', said: text('office.renewals.after', { n: after }), value: after, look: 'one' as const },
  ]);
  const end = axisEnd(Math.max(1, ...bars.map(({ value }) => value)));
  const frame = { title: text('office.renewals.figure'), direction: languages[language].direction, end };
  return (
    <>
      <Chart svg={barChart(bars, frame)} />
      <Table aria-label={text('office.renewals.figure')}>
        <TableHead words="office.renewals.column" columns={['month', 'before', 'after', 'beyond']} />
        <tbody>
          {months.map(({ month, before, after, beyond }) => (
            <tr key={month}>
              <th scope="row">{name(month)}</th>
              {[before, after, beyond].map((n, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: three numbers of one line, always in this order
                <td key={at}>
                  <Words k="office.renewals.number" facts={{ n }} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
