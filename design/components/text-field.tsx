import type { JSX } from 'hono/jsx/jsx-runtime';
import { describedBy, FieldMessages, type FieldTexts, fieldClass } from './field.tsx';

export type TextFieldProps = FieldTexts & {
  readonly value?: string;
  readonly type?: 'text' | 'email' | 'password' | 'tel' | 'file';
  /** Kinds of files that are welcome: "image/png,image/jpeg". */
  readonly accept?: string;
  /** A telephone opens its camera at once instead of its albums. */
  readonly capture?: boolean;
  /** More than one file may be chosen. */
  readonly several?: boolean;
  readonly inputMode?: 'numeric' | 'text' | 'email';
  readonly autocomplete?: string;
  /** `code`: figures and Latin letters, always left to right. */
  readonly shape?: 'wide' | 'code';
  /** The direction of what is typed, when it is another than the reader's: a name in Arabic on a French page. */
  readonly direction?: 'ltr' | 'rtl';
  /** More than one line, for a code that was copied. */
  readonly lines?: number;
  /** The page is there for this field, as at a counter where a scanner types into it: it has the cursor from the start. */
  readonly takesCursor?: boolean;
};

export function TextField(props: TextFieldProps): JSX.Element {
  const { name, label, value, shape = 'wide', lines } = props;
  const shared = {
    id: name,
    name,
    class: shape === 'code' && !lines ? 'input input--code' : 'input',
    spellcheck: false,
    ...(shape === 'code' ? { dir: 'ltr' } : props.direction ? { dir: props.direction } : {}),
    ...(props.autocomplete ? { autocomplete: props.autocomplete } : {}),
    ...(props.takesCursor ? { autofocus: true } : {}),
    ...describedBy(props),
  };
  return (
    <div class={fieldClass(props.error)}>
      <label class="field__label" for={name}>
        {label}
      </label>
      <FieldMessages {...props} />
      {lines ? (
        <textarea {...shared} rows={lines}>
          {value}
        </textarea>
      ) : (
        <input
          {...shared}
          type={props.type ?? 'text'}
          inputmode={props.inputMode}
          accept={props.accept}
          {...(props.capture ? { capture: 'environment' } : {})}
          {...(props.several ? { multiple: true } : {})}
          value={value}
        />
      )}
    </div>
  );
}
