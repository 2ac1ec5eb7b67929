import type { ReactNode } from 'react';
import { Dialog as AriaDialog } from 'react-aria-components/Dialog';
import { Heading } from 'react-aria-components/Heading';
import { Modal, ModalOverlay } from 'react-aria-components/Modal';
import { useCover } from '../client/shortcuts.tsx';

type DialogProps = {
  readonly title: ReactNode;
  readonly children: ReactNode;
  readonly onClose: () => void;
  /** An alert asks for an answer and is not left by a press beside it. */
  readonly isAlert?: boolean;
  readonly isWide?: boolean;
};

/** A window over the page: it holds the focus, gives it back, and is left by Escape. */
export function Dialog({ title, children, onClose, isAlert = false, isWide = false }: DialogProps) {
  useCover();
  return (
    <ModalOverlay className="overlay" isOpen isDismissable={!isAlert} onOpenChange={(isOpen) => (isOpen ? undefined : onClose())}>
      <Modal className={isWide ? 'modal modal-wide' : 'modal'}>
        <AriaDialog role={isAlert ? 'alertdialog' : 'dialog'} className="dialog">
          <Heading slot="title">{title}</Heading>
          {children}
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}
