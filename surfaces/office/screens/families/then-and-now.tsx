import { toDate } from '#platform/dates';
import { useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import type { Family } from './family-view.tsx';

type Correction = NonNullable<Family['events'][number]['correction']>;

/** What is written of a member beside what it would be, answer by answer: whoever decides holds both against the paper. */
export function ThenAndNow({ correction: { was, now, fields } }: { readonly correction: Correction }) {
  const text = useText();
  return (
    <Table aria-label={text('office.families.correction')}>
      <TableHead words="office.families.correction" columns={['what', 'was', 'now']} />
      <tbody>
        {fields.map((field) => (
          <tr key={field}>
            <th scope="row">
              <Words k={`entitlements.field.${field}`} />
            </th>
            <td>
              <Word words={was} field={field} />
            </td>
            <td>
              <strong>
                <Word words={now} field={field} />
              </strong>
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

type WordProps = { readonly words: Correction['was']; readonly field: Correction['fields'][number] };

function Word({ words: { names, sex, birthDate, cnie }, field }: WordProps) {
  if (field === 'sex') return <Words k={`office.families.sex.${sex}`} />;
  if (field === 'birthDate') return <Words k="office.families.day" facts={{ day: toDate(birthDate) }} />;
  if (field === 'cnie') return cnie === undefined ? <Nothing /> : <bdi dir="ltr">{cnie}</bdi>;
  const [, script, part] = field.split('.') as ['names', 'fr' | 'ar', 'family' | 'given'];
  const name = names[script]?.[part];
  return name === undefined ? (
    <Nothing />
  ) : (
    <bdi lang={script} dir={script === 'ar' ? 'rtl' : 'ltr'}>
      {name}
    </bdi>
  );
}

function Nothing() {
  return (
    <span className="hint">
      <Words k="office.families.correction.nothing" />
    </span>
  );
}
