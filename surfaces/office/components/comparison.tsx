import type { ReactNode } from 'react';
import { Words } from '../client/words.tsx';
import { Table } from './table.tsx';

/** One thing that is compared, as each side has it; empty where a side does not know. */
export type ComparedRow = { readonly key: string; readonly label: ReactNode; readonly here: string; readonly there: string };

type ComparisonProps = { readonly here: ReactNode; readonly there: ReactNode; readonly rows: readonly ComparedRow[] };

/** Two records side by side: what is the same and what is not is said by a sign, a word and a colour. */
export function Comparison({ here, there, rows }: ComparisonProps) {
  return (
    <Table className="comparison">
      <thead>
        <tr>
          <td />
          <th scope="col">{here}</th>
          <th scope="col">{there}</th>
          <th scope="col">
            <Words k="office.shell.compared" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key} data-differs={standing(row)}>
            <th scope="row">{row.label}</th>
            <td>
              <bdi>{row.here}</bdi>
            </td>
            <td>
              <bdi>{row.there}</bdi>
            </td>
            <td className="compared">
              <Words k={`office.shell.compared.${standing(row)}`} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function standing({ here, there }: ComparedRow): 'same' | 'different' | 'unknown' {
  if (here === '' || there === '') return 'unknown';
  return plain(here) === plain(there) ? 'same' : 'different';
}

/** Case, spaces and marks on letters make no other name. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replace(/\s+/g, ' ').trim().toLowerCase();
}
