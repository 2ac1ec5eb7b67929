import { Link, useLocation } from 'wouter';
import { formatDays } from '#platform/i18n';
import { useSpeech, Words } from '../../client/words.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import { clockLooks } from '../agenda/agenda-table.tsx';
import { When } from '../sittings/sitting-table.tsx';
import type { ListedSitting } from '../sittings/sitting-view.ts';

/** Sealed sittings by age: how long they wait for the province, and whether their members have signed. */
export function SealedTable({ sittings }: { readonly sittings: readonly ListedSitting[] }) {
  const { language } = useSpeech();
  const [, go] = useLocation();
  const byAge = [...sittings].sort((one, other) => (one.sealedAt ?? '').localeCompare(other.sealedAt ?? ''));
  const rows = useRows((at) => go(`/validation/${byAge[at]?.id}`));
  return (
    <Table className="queue-table" {...rows.table}>
      <TableHead words="office.validation.column" columns={['sitting', 'commission', 'day', 'waits', 'files', 'signatures']} />
      <tbody>
        {byAge.map((sitting) => (
          <tr key={sitting.id}>
            <td>
              <Link href={`/validation/${sitting.id}`} data-row>
                <NumberOf number={sitting.number} />
              </Link>
            </td>
            <th scope="row">
              <PlaceOf code={sitting.territory} />
            </th>
            <td>
              <When sitting={sitting} />
            </td>
            <td>
              {sitting.waiting === undefined ? (
                '–'
              ) : (
                <Tag look={clockLooks[sitting.waiting.clock]}>
                  {formatDays(language, sitting.waiting.days)}
                  {sitting.waiting.clock === 'normal' ? null : (
                    <>
                      {' · '}
                      <Words k={`office.agenda.clock.${sitting.waiting.clock}`} />
                    </>
                  )}
                </Tag>
              )}
            </td>
            <td>
              <Words k="office.sittings.files" facts={{ files: sitting.files }} />
            </td>
            <td>
              <SignedOf signatures={sitting.signatures} needed={sitting.neededSignatures} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

export function SignedOf({ signatures, needed }: { readonly signatures: number; readonly needed: number }) {
  return (
    <Tag look={signatures >= needed ? 'open' : 'warning'}>
      <Words k="office.sittings.signed-of" facts={{ signatures, needed }} />
    </Tag>
  );
}
