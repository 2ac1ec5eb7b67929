import { buttonSaying } from './button.ts';
import { words } from './words.ts';

const SHOWN = 3_000;

/** Numbers that people must keep (`data-copy`) get a button that copies them and, on telephones, one that hands them to a message. */
export function offerSharing(): void {
  for (const element of document.querySelectorAll<HTMLElement>('[data-copy]')) {
    const number = element.dataset.copy ?? '';
    const buttons = document.createElement('span');
    buttons.className = 'aids';
    if ('clipboard' in navigator) buttons.append(buttonSaying(words.copy, (button) => copy(button, number)));
    if ('share' in navigator) buttons.append(buttonSaying(words.share, () => share(number)));
    if (buttons.childElementCount > 0) place(buttons, element);
  }
}

/** After the answer it belongs to: never between a reader and the sentence that matters. */
function place(buttons: Element, element: Element): void {
  const answer = element.closest('.answer');
  if (answer) answer.append(buttons);
  else (element.closest('p, dl') ?? element).after(buttons);
}

function copy(button: HTMLButtonElement, number: string): void {
  navigator.clipboard.writeText(number).then(
    () => {
      button.textContent = words.copied;
      setTimeout(() => {
        button.textContent = words.copy;
      }, SHOWN);
    },
    () => button.remove(),
  );
}

/** The number alone, never the address of a personal page nor a name: it opens nothing without the birth date. */
function share(number: string): void {
  navigator.share({ text: `RAMED ${number}` }).catch(() => undefined);
}
