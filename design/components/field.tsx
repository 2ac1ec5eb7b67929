import { type Child, Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Reader } from '../reader.tsx';
import { Icon } from './icon.tsx';

/** What every field has around its input. Texts are said already: the words of the error are those of the error summary. */
export type FieldTexts = {
  readonly reader: Reader;
  readonly name: string;
  readonly label: Child;
  readonly hint?: Child;
  readonly error?: Child;
};

export function FieldMessages({ reader, name, hint, error }: Omit<FieldTexts, 'label'>): JSX.Element {
  return (
    <Fragment>
      {hint && (
        <span class="field__hint" id={`${name}-hint`}>
          {hint}
        </span>
      )}
      {error && (
        <span class="field__error" id={`${name}-error`}>
          <Icon name="warning" />
          <span>
            <span class="visually-hidden">{reader.text('design.error-prefix')} </span>
            {error}
          </span>
        </span>
      )}
    </Fragment>
  );
}

/** The attributes that tie an input to its hint and its error for whoever hears the page. */
export function describedBy({ name, hint, error }: Pick<FieldTexts, 'name' | 'hint' | 'error'>): Record<string, string> {
  const ids = [hint ? `${name}-hint` : '', error ? `${name}-error` : ''].filter(Boolean).join(' ');
  return { ...(ids ? { 'aria-describedby': ids } : {}), ...(error ? { 'aria-invalid': 'true' } : {}) };
}

export function fieldClass(error: Child | undefined): string {
  return error ? 'field field--error' : 'field';
}
