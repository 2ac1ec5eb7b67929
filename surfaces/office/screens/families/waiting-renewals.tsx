import { toDate } from '#platform/dates';
import type { QuestionOutput } from '../../client/contract.ts';
import { inFours } from '../../client/names.ts';
import { useText, Words } from '../../client/words.tsx';
import { CommuneOf, NameOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

type Renewals = QuestionOutput<'entitlements.waiting-renewals'>['renewals'];
type WaitingProps = { readonly renewals: Renewals; readonly onOpen: (registration: string) => void };

/** Families that asked for their rights again, the longest waiting first. */
export function WaitingRenewals({ renewals, onOpen }: WaitingProps) {
  const text = useText();
  return (
    <Table aria-label={text('office.families.renewals-waiting')}>
      <TableHead words="office.families.column" columns={['who', 'asked', 'request', 'commune', 'family']} />
      <tbody>
        {renewals.map(({ request, registration, names, askedOn, state, territory }) => (
          <tr key={request}>
            <th scope="row">
              <NameOf names={names} />
            </th>
            <td>
              <Words k="office.families.day" facts={{ day: toDate(askedOn) }} />
            </td>
            <td>
              <Words k={`office.file.state.${state}`} />
            </td>
            <td>
              <CommuneOf code={territory} />
            </td>
            <td>
              <button type="button" className="queue-choice" data-row="" onClick={() => onOpen(registration)}>
                <bdi dir="ltr">{inFours(registration)}</bdi>
              </button>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
