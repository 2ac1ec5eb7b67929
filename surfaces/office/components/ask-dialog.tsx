import type { FormEvent, ReactNode } from 'react';
import { Words } from '../client/words.tsx';
import { Button } from './button.tsx';
import { Dialog } from './dialog.tsx';

type AskProps = {
  readonly title: ReactNode;
  /** What the button that does it says. */
  readonly does: ReactNode;
  readonly look?: 'primary' | 'danger';
  readonly isBusy: boolean;
  readonly fault: string | undefined;
  readonly onDo: () => void;
  readonly onClose: () => void;
  /** Asks for nothing but yes. */
  readonly isConfirming?: boolean;
  readonly children: ReactNode;
};

/** The hands stay on the keyboard: what is asked first is typed at once. */
function firstField(form: HTMLFormElement | null): void {
  if (form !== null && !form.contains(document.activeElement))
    form.querySelector<HTMLElement>('input, select, textarea')?.focus();
}

/** A window that asks what a deed needs: Enter does it, Escape leaves it; why it was not done stands above the buttons. */
export function AskDialog({
  title,
  does,
  look = 'primary',
  isBusy,
  fault,
  onDo,
  onClose,
  isConfirming = false,
  children,
}: AskProps) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onDo();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form className="dialog-form" onSubmit={submit} ref={isConfirming ? undefined : firstField}>
        {children}
        {fault === undefined ? null : (
          <p className="fault" role="alert" ref={(words) => words?.scrollIntoView({ block: 'center' })}>
            {fault}
          </p>
        )}
        <div className="buttons">
          <Button look={look} isBusy={isBusy} onPress={onDo} isFirst={isConfirming}>
            {does}
          </Button>
          <Button onPress={onClose}>
            <Words k="office.shell.cancel" />
          </Button>
        </div>
        <button type="submit" hidden />
      </form>
    </Dialog>
  );
}
