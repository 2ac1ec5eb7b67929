import { toDate } from '#platform/dates';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { calledIn, inFours } from '../../client/names.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

type Waiting = QuestionOutput<'entitlements.waiting-life-events'>['events'];

/** What waits for a decision, the longest first. */
export function WaitingTable({ events, onOpen }: { readonly events: Waiting; readonly onOpen: (number: string) => void }) {
  const text = useText();
  const { language } = useSpeech();
  return (
    <Table aria-label={text('office.families.waiting')}>
      <TableHead words="office.families.column" columns={['event', 'who', 'on', 'reported', 'family']} />
      <tbody>
        {events.map((event) => (
          <tr key={event.event}>
            <th scope="row">
              <Words k={`entitlements.event.${event.kind}`} />
            </th>
            <td>
              <bdi>{event.names ? calledIn(language, event.names) : ''}</bdi>
            </td>
            <td>
              <Words k="office.families.day" facts={{ day: toDate(event.happenedOn) }} />
            </td>
            <td>
              <Words
                k={`office.families.reported-by.${event.reportedBy}`}
                facts={{ day: formatDayOf(language, event.reportedAt) }}
              />
            </td>
            <td>
              <button type="button" className="queue-choice" data-row="" onClick={() => onOpen(event.registration)}>
                <bdi dir="ltr">{inFours(event.registration)}</bdi>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
