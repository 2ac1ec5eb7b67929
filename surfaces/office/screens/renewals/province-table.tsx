import { toDate } from '#platform/dates';
import type { QuestionOutput } from '../../client/contract.ts';
import { useText, Words } from '../../client/words.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';

type Provinces = QuestionOutput<'entitlements.renewal-forecast'>['provinces'];

/** A line for each province, the most pressed first: J and K go from line to line, Enter opens its plan. */
export function ProvinceTable({
  provinces,
  onOpen,
}: {
  readonly provinces: Provinces;
  readonly onOpen: (province: string) => void;
}) {
  const text = useText();
  const rows = useRows((place) => {
    const one = provinces[place];
    if (one) onOpen(one.province);
  });
  return (
    <Table aria-label={text('office.renewals.provinces')} {...rows.table}>
      <TableHead words="office.renewals.column" columns={['province', 'families', 'peak', 'capacity', 'pressed']} />
      <tbody>
        {provinces.map(({ province, families, peak, capacity }) => (
          <tr key={province}>
            <th scope="row">
              <button type="button" className="queue-choice" data-row="" onClick={() => onOpen(province)}>
                <PlaceOf code={province} />
              </button>
            </th>
            <td>
              <Words k="office.renewals.number" facts={{ n: families }} />
            </td>
            <td>
              <Words k="office.renewals.peak" facts={{ n: peak.families, month: toDate(`${peak.month}-01`) }} />
            </td>
            <td>
              <Words k="office.renewals.number" facts={{ n: capacity }} />
            </td>
            <td>
              <Tag look={peak.families > capacity ? 'warning' : 'open'}>
                <Words k={`office.renewals.${peak.families > capacity ? 'above' : 'within'}`} />
              </Tag>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}
