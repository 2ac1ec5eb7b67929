import { useState } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';
import { Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';

type Matrix = QuestionOutput<'staff.permission-matrix'>;

/** Which post may do which deed and ask which question, as the system itself holds it: made from the deeds, written by nobody. */
export function Permissions() {
  const asked = useAnswer('staff.permission-matrix', {});
  const [typed, setTyped] = useState('');
  return (
    <>
      <p className="hint">
        <Words k="office.administration.matrix-why" />
      </p>
      <div className="filters">
        <Field
          label={<Words k="office.administration.find-thing" />}
          value={typed}
          onChange={setTyped}
          input={{ type: 'search', dir: 'ltr', autoComplete: 'off', spellCheck: false }}
        />
      </div>
      <Shown asked={asked}>{(matrix) => <MatrixTable matrix={matrix} sought={typed.trim().toLowerCase()} />}</Shown>
    </>
  );
}

function MatrixTable({ matrix, sought }: { readonly matrix: Matrix; readonly sought: string }) {
  const text = useText();
  const shown = matrix.things.filter((thing) => `${thing.name} ${thing.permission}`.includes(sought));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table is moved by the keyboard only when it takes the focus
    <section className="matrix" tabIndex={0} aria-label={text('office.administration.part.permissions')}>
      <Table>
        <thead>
          <tr>
            <th scope="col">
              <Words k="office.administration.column.thing" />
            </th>
            {matrix.roles.map((role) => (
              <th key={role} scope="col" className="matrix-role">
                <Words k={`office.role.${role}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {shown.map((thing) => (
            <tr key={thing.name}>
              <th scope="row">
                <code dir="ltr">{thing.name}</code>
              </th>
              {matrix.roles.map((role) => (
                <td key={role} className="matrix-cell">
                  {thing.anyone || thing.roles.includes(role) ? <span>{text('office.administration.yes')}</span> : null}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}
