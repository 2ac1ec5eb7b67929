import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

type UnmadeProps = { readonly families: QuestionOutput<'cards.custody-board'>['unmade'] };

/** Families that wait for a card which cannot be made, and what of them has to be put right first. Nothing when there are none. */
export function Unmade({ families }: UnmadeProps) {
  const text = useText();
  const { language } = useSpeech();
  if (families.length === 0) return null;
  return (
    <>
      <h2>
        <Words k="office.cards.unmade" />
      </h2>
      <p>
        <Words k="office.cards.unmade-how" />
      </p>
      <Table aria-label={text('office.cards.unmade')}>
        <TableHead words="office.cards.unmade" columns={['family', 'place', 'fault', 'since']} />
        <tbody>
          {families.map(({ registration, territory, fault, since }) => (
            <tr key={registration}>
              <th scope="row">
                <NumberOf number={registration} />
              </th>
              <td>
                <PlaceOf code={territory} />
              </td>
              <td>
                <Words k={`office.cards.unmade.fault.${fault}`} />
              </td>
              <td>{formatDayOf(language, since)}</td>
            </tr>
          ))}
        </tbody>
      </Table>
    </>
  );
}
