import { Link, useLocation } from 'wouter';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { useInScript, useSpeech, Words } from '../../client/words.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import { type ListedSitting, stateLooks } from './sitting-view.ts';
import { byWeek } from './weeks.ts';

/** Sittings by week: where, when, how far, and what comes next. */
export function SittingTable({ sittings }: { readonly sittings: readonly ListedSitting[] }) {
  const { language } = useSpeech();
  const [, go] = useLocation();
  const rows = useRows((at) => go(`/sittings/${sittings[at]?.id}`));
  return (
    <Table className="queue-table" {...rows.table}>
      <TableHead words="office.sittings.column" columns={['sitting', 'day', 'commission', 'state', 'files', 'signatures']} />
      {byWeek(sittings).map(([monday, held]) => (
        <tbody key={monday}>
          <tr className="week">
            <th scope="rowgroup" colSpan={6}>
              <Words k="office.sittings.week" facts={{ day: formatDate(language, toDate(monday)) }} />
            </th>
          </tr>
          {held.map((sitting) => (
            <SittingRow key={sitting.id} sitting={sitting} />
          ))}
        </tbody>
      ))}
    </Table>
  );
}

function SittingRow({ sitting }: { readonly sitting: ListedSitting }) {
  const { id, number, territory, state, files, decided, signatures, neededSignatures } = sitting;
  return (
    <tr>
      <td>
        <Link href={`/sittings/${id}`} data-row>
          <NumberOf number={number} />
        </Link>
      </td>
      <td>
        <When sitting={sitting} />
      </td>
      <th scope="row">
        <PlaceOf code={territory} />
        <span className="hint block">
          <Place fr={sitting.placeFr} ar={sitting.placeAr} />
        </span>
      </th>
      <td>
        <Tag look={stateLooks[state]}>
          <Words k={`commissions.sitting.${state}`} />
        </Tag>
      </td>
      <td>
        {state === 'open' ? (
          <Words k="office.sittings.decided-of" facts={{ decided, files }} />
        ) : (
          <Words k="office.sittings.files" facts={{ files }} />
        )}
      </td>
      <td>
        {state === 'sealed' || state === 'validated' ? (
          <Words k="office.sittings.signed-of" facts={{ signatures, needed: neededSignatures }} />
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}

type Held = { readonly heldOn: string; readonly startsAt?: string | undefined };

/** The day and, when it was said, the hour. */
export function When({ sitting: { heldOn, startsAt } }: { readonly sitting: Held }) {
  const { language } = useSpeech();
  return (
    <>
      {formatDate(language, toDate(heldOn), 'short')}
      {startsAt === undefined ? null : (
        <>
          {' · '}
          <bdi dir="ltr">{startsAt}</bdi>
        </>
      )}
    </>
  );
}

/** Where it sits, in the script of the reader; nothing when that was not said. */
export function Place({ fr = '', ar = '' }: { readonly fr?: string | undefined; readonly ar?: string | undefined }) {
  const inScript = useInScript();
  const place = inScript({ fr, ar });
  return place === '' ? null : <bdi>{place}</bdi>;
}
