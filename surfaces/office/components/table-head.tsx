import { Words } from '../client/words.tsx';

/** The head of a table, its columns named by `<words>.<column>`. */
export function TableHead({ words, columns }: { readonly words: string; readonly columns: readonly string[] }) {
  return (
    <thead>
      <tr>
        {columns.map((column) => (
          <th key={column} scope="col">
            <Words k={`${words}.${column}`} />
          </th>
        ))}
      </tr>
    </thead>
  );
}
