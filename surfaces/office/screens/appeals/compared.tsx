import type { ReactNode } from 'react';
import { useText, Words } from '../../client/words.tsx';

type ComparedProps = { readonly name: string; readonly heads: readonly string[]; readonly children: ReactNode };

/** A table of what something was and what it is; rows that say `data-changed` are marked, by a line and by their weight. */
export function Compared({ name, heads, children }: ComparedProps) {
  const text = useText();
  return (
    <table className="compared" aria-label={text(`office.appeals.${name}`)}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              <Words k={`office.appeals.head.${head}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}
