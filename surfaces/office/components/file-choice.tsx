import { useRef, useState } from 'react';
import { Words } from '../client/words.tsx';

type FileChoiceProps = {
  /** Of the button; its label is `<id>-label`. */
  readonly id: string;
  readonly accept: string;
  readonly onFile: (file: File | undefined) => void;
  readonly describedBy?: string;
  readonly isDisabled?: boolean;
  /** Has the focus when it appears. */
  readonly isFirst?: boolean;
};

/** A file is chosen in the language of the page: the browser's own control speaks the browser's. */
export function FileChoice({ id, accept, onFile, describedBy, isDisabled = false, isFirst = false }: FileChoiceProps) {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState<string>();
  return (
    <div className="buttons">
      <button
        id={id}
        type="button"
        className="button button-plain"
        aria-labelledby={`${id}-label ${id}`}
        aria-describedby={describedBy}
        // Not disabled: a button that is taken away for a moment loses the hands that are on it.
        aria-disabled={isDisabled}
        // biome-ignore lint/a11y/noAutofocus: a window asks for this first
        autoFocus={isFirst}
        onClick={() => (isDisabled ? undefined : input.current?.click())}
      >
        <Words k="office.shell.choose-file" />
      </button>
      <input
        ref={input}
        type="file"
        hidden
        accept={accept}
        onChange={({ target }) => {
          const [file] = target.files ?? [];
          setName(file?.name);
          onFile(file);
          // The same file, corrected meanwhile, may be chosen again.
          target.value = '';
        }}
      />
      <span className="hint">{name === undefined ? <Words k="office.shell.no-file" /> : <bdi dir="ltr">{name}</bdi>}</span>
    </div>
  );
}
