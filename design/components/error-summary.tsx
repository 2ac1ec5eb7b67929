import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Reader } from '../reader.tsx';

export type FieldError = { readonly field: string; readonly text: Child };

/** Stands first in the page when something must be corrected; each line leads to its field. Without script, the title says "Error" first too. */
export function ErrorSummary({ reader, errors }: { reader: Reader; errors: readonly FieldError[] }): JSX.Element | null {
  if (errors.length === 0) return null;
  return (
    <div class="error-summary" role="alert" aria-labelledby="error-summary-title">
      <h2 id="error-summary-title">{reader.text('design.error-summary.title')}</h2>
      <ul>
        {errors.map(({ field, text }) => (
          <li>
            <a href={`#${field}`}>{text}</a>
          </li>
        ))}
      </ul>
    </div>
  );
}
