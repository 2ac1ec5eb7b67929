import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import type { WholeCase } from './one-case.tsx';
import { DaysSaid } from './periods.tsx';

type Evidence = WholeCase['evidence'][number];

/** Who told of the cover: a list or an answer, what it says, since when we know it, and in which fields the two persons agree. */
export function EvidenceTable({ found: { evidence } }: { readonly found: WholeCase }) {
  const text = useText();
  return (
    <section>
      <h3>
        <Words k="office.double-cover.evidence" />
      </h3>
      <Table aria-label={text('office.double-cover.evidence')}>
        <TableHead words="office.double-cover" columns={['told-by', 'held-as', 'days', 'agrees', 'known']} />
        <tbody>
          {evidence.map((one) => (
            <EvidenceRow key={`${one.organism} ${one.from}`} one={one} />
          ))}
        </tbody>
      </Table>
    </section>
  );
}

function EvidenceRow({ one }: { readonly one: Evidence }) {
  const { language } = useSpeech();
  const { organism, heldAs, from, to, listReference, standsOn, knownAt, likeness } = one;
  return (
    <tr>
      <th scope="row">
        {organism === 'insurers' ? <Words k="office.double-cover.told-by.insurers" /> : <bdi dir="ltr">{organism}</bdi>}
        {listReference === null || standsOn === null ? null : (
          <div className="hint">
            <Words
              k="office.double-cover.list"
              facts={{ reference: listReference, day: formatDate(language, toDate(standsOn), 'short') }}
            />
          </div>
        )}
      </th>
      <td>
        <Words k={`coverage.held-as.${heldAs}`} />
      </td>
      <td>
        <DaysSaid days={{ from, to }} />
      </td>
      <td>
        <Agreement fields={one.fields} />
        {likeness === null ? null : (
          <Words k="office.double-cover.likeness" facts={{ percent: Math.floor(likeness * 1_000) / 10 }} />
        )}
      </td>
      <td>{formatDayOf(language, knownAt)}</td>
    </tr>
  );
}

function Agreement({ fields }: { readonly fields: Evidence['fields'] }) {
  const text = useText();
  return (
    <ul className="plain">
      {Object.entries(fields).map(([field, level]) => (
        <li key={field}>
          <Words
            k="office.double-cover.agree"
            facts={{
              field: text(`office.duplicates.field.${field}`),
              level: text(`office.double-cover.agree.${closenessOf(level)}`),
            }}
          />
        </li>
      ))}
    </ul>
  );
}

/** The levels of the registry in four words: how a name was misspelled is its matter. */
function closenessOf(level: string): (typeof told)[number] | 'close' {
  return told.find((one) => one === level) ?? 'close';
}

/** `joined`: the card is that of somebody whom the person was found to be one with. `theirs`: the person has none in RAMED. */
const told = ['same', 'different', 'missing', 'joined', 'theirs'] as const;
