import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'plain' | 'danger' | 'link';
  /** The key that does the same, shown beside the words. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** Has the focus when it appears: what a window asks is answered by Enter. */
  readonly isFirst?: boolean;
  /** Something is under way: pressing again does nothing. */
  readonly isBusy?: boolean;
};

export function Button({
  children,
  onPress,
  look = 'plain',
  keys,
  isDisabled = false,
  isBusy = false,
  isFirst = false,
}: ButtonProps) {
  return (
    // Not the library's own pending: what it announces by the button's name stays behind without a name when the button goes.
    <AriaButton
      className={isBusy ? `button button-${look} button-busy` : `button button-${look}`}
      onPress={isBusy ? () => undefined : onPress}
      isDisabled={isDisabled}
      autoFocus={isFirst}
    >
      <span>{children}</span>
      {keys === undefined ? null : <kbd dir="ltr">{keys}</kbd>}
    </AriaButton>
  );
}
