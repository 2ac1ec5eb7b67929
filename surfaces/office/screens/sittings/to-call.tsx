import { casablancaDate, Temporal, toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';

type Waiting = QuestionOutput<'commissions.sittings-calendar'>['commissions'][number];
type ToCallProps = { readonly commissions: readonly Waiting[]; readonly onCall: (territory: string) => void };

/** Commissions whose files wait for a sitting, those that fall behind the pace of the law first. */
export function ToCall({ commissions, onCall }: ToCallProps) {
  const { language } = useSpeech();
  const text = useText();
  if (commissions.length === 0) return null;
  const inTurn = [...commissions].sort(
    (one, other) => Number(other.isBehind) - Number(one.isBehind) || one.nextBy.localeCompare(other.nextBy),
  );
  const day = (date: string | undefined) => (date === undefined ? '–' : formatDate(language, toDate(date), 'short'));
  return (
    <section>
      <h2>
        <Words k="office.sittings.to-call" />
      </h2>
      <Table>
        <TableHead words="office.sittings.column" columns={['commission', 'ready', 'oldest', 'last', 'next', 'by', 'call']} />
        <tbody>
          {inTurn.map(({ territory, ready, oldest, lastHeld, nextHeld, nextBy, isBehind }) => (
            <tr key={territory}>
              <th scope="row">
                <PlaceOf code={territory} />
              </th>
              <td>
                <Words k="office.sittings.files" facts={{ files: ready }} />
              </td>
              <td>{formatDate(language, casablancaDate(Temporal.Instant.from(oldest)), 'short')}</td>
              <td>{day(lastHeld)}</td>
              <td>{day(nextHeld)}</td>
              <td>
                <Tag look={isBehind ? 'refused' : 'waiting'}>{day(nextBy)}</Tag>
              </td>
              <td className="row-deeds">
                <button type="button" className="button button-link" onClick={() => onCall(territory)}>
                  {text('office.sittings.convene-now')}
                  <span className="unseen">
                    {' '}
                    <PlaceOf code={territory} />
                  </span>
                </button>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
