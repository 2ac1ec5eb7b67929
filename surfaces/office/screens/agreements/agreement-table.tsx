import { toDate } from '#platform/dates';
import { formatMoment } from '../../client/moments.ts';
import { useInScript, useSpeech, useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import type { Agreement } from './agreements.tsx';
import { Several } from './several.tsx';

const looks: Readonly<Record<Agreement['state'], TagLook>> = { 'in-force': 'open', 'to-come': 'waiting', over: 'refused' };

type TableProps = { readonly agreements: readonly Agreement[]; readonly onOpen: (agreement: string) => void };

/** A line for each agreement there is or was: J and K go from line to line, Enter opens. */
export function AgreementTable({ agreements, onOpen }: TableProps) {
  const text = useText();
  const inScript = useInScript();
  const { language } = useSpeech();
  const rows = useRows((place) => {
    const one = agreements[place];
    if (one) onOpen(one.id);
  });
  return (
    <Table aria-label={text('office.agreements.title')} {...rows.table}>
      <TableHead words="office.agreements.column" columns={['body', 'state', 'ways', 'fields', 'last']} />
      <tbody>
        {agreements.map((one) => (
          <tr key={one.id}>
            <th scope="row">
              <button type="button" className="queue-choice" data-row="" onClick={() => onOpen(one.id)}>
                <bdi>{inScript({ fr: one.nameFr, ar: one.nameAr })}</bdi>
              </button>
            </th>
            <td>
              <StateTag agreement={one} />
            </td>
            <td>
              <Several words="office.agreements.way" of={one.mayAskBy} />
            </td>
            <td>
              <Several words="office.agreements.field" of={one.fields} none="office.agreements.state-alone" />
            </td>
            <td>
              {one.lastAskedAt === null ? (
                <Words k="office.agreements.never" />
              ) : (
                formatMoment(language, Date.parse(one.lastAskedAt))
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Whether it opens anything, and until when. */
export function StateTag({ agreement: { state, from, to } }: { readonly agreement: Agreement }) {
  return (
    <>
      <Tag look={looks[state]}>
        <Words k={`office.agreements.state.${state}`} />
      </Tag>{' '}
      <span className="hint">
        {state === 'to-come' ? (
          <Words k="office.agreements.from" facts={{ day: toDate(from) }} />
        ) : to === null ? null : (
          <Words k="office.agreements.to" facts={{ day: toDate(to) }} />
        )}
      </span>
    </>
  );
}
