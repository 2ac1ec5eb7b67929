import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';

export type Column = { readonly name: Child; readonly isNumber?: boolean };

/** Rows under named columns; the first cell names its row. Wide tables scroll inside their own box, reachable by keyboard. */
export function DataTable(props: {
  caption: Child;
  label: string;
  columns: readonly Column[];
  rows: readonly (readonly Child[])[];
}): JSX.Element {
  return (
    <section class="table-scroll" aria-label={props.label} tabindex={0}>
      <table class="table">
        <caption>{props.caption}</caption>
        <thead>
          <tr>
            {props.columns.map(({ name, isNumber }) => (
              <th scope="col" {...numberClass(isNumber)}>
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {props.rows.map(([head, ...cells]) => (
            <tr>
              <th scope="row">{head}</th>
              {cells.map((cell, index) => (
                <td {...numberClass(props.columns[index + 1]?.isNumber)}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function numberClass(isNumber: boolean | undefined): Record<string, string> {
  return isNumber ? { class: 'table__number' } : {};
}
