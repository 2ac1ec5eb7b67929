import type { ReactNode } from 'react';
import { useText } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

type ComparedProps = { readonly name: string; readonly heads: readonly string[]; readonly children: ReactNode };

/** A table of what something was and what it is; rows that say `data-changed` are marked, by a line and by their weight. */
export function Compared({ name, heads, children }: ComparedProps) {
  const text = useText();
  return (
    <Table className="compared" aria-label={text(`office.appeals.${name}`)}>
      <TableHead words="office.appeals.head" columns={heads} />
      <tbody>{children}</tbody>
    </Table>
  );
}
