import type { ReactNode } from 'react';
import { Button as AriaButton } from 'react-aria-components/Button';

type ButtonProps = {
  readonly children: ReactNode;
  readonly onPress: () => void;
  readonly look?: 'primary' | 'plain' | 'danger' | 'link';
  /** The key that does the same, shown beside the words. */
  readonly keys?: string;
  readonly isDisabled?: boolean;
  /** Something is under way: pressing again does nothing. */
  readonly isBusy?: boolean;
};

export function Button({ children, onPress, look = 'plain', keys, isDisabled = false, isBusy = false }: ButtonProps) {
  return (
    <AriaButton className={`button button-${look}`} onPress={onPress} isDisabled={isDisabled} isPending={isBusy}>
      <span>{children}</span>
      {keys === undefined ? null : <kbd>{keys}</kbd>}
    </AriaButton>
  );
}
