import type { AnswerState } from '#modules/entitlements';
import { toDate } from '#platform/dates';
import { useAnswer } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

const states = [
  'open',
  'emergency-only',
  'unpaid',
  'suspended',
  'closed',
  'expired',
  'unknown',
] as const satisfies readonly AnswerState[];

/** How many answers were given under an agreement on each of the last days, and what they said: never of whom. */
export function UseOfAgreement({ agreement }: { readonly agreement: string }) {
  const text = useText();
  const asked = useAnswer('exchange.agreement-use', { agreement });
  return (
    <Shown
      asked={asked}
      isEmpty={({ days }) => days.length === 0}
      empty={
        <Empty>
          <Words k="office.agreements.not-used" />
        </Empty>
      }
    >
      {({ days }) => (
        <Table aria-label={text('office.agreements.use')}>
          <TableHead words="office.agreements.column" columns={['day', 'answers', 'told']} />
          <tbody>
            {days.map(({ day, answers, told }) => (
              <tr key={day}>
                <th scope="row" className="nowrap">
                  <Words k="office.agreements.day" facts={{ day: toDate(day) }} />
                </th>
                <td>
                  <Words k="office.agreements.number" facts={{ n: answers }} />
                </td>
                <td>
                  {told
                    .map((one) => text('office.agreements.told', { what: text(wordsOf(one.said)), n: one.answers }))
                    .join(' · ')}
                </td>
              </tr>
            ))}
          </tbody>
        </Table>
      )}
    </Shown>
  );
}

/** Answers about rights say a state; what else is taken under an agreement, the snapshot for one, says none. */
function wordsOf(said: string | null): string {
  const state = states.find((one) => one === said);
  return state === undefined ? 'office.agreements.taken' : `entitlements.answer.${state}`;
}
