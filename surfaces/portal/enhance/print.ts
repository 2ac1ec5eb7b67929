import { buttonSaying } from './button.ts';
import { words } from './words.ts';

/** A page that people keep on paper (`data-print`) gets a button for it, after the answer; without script, the browser's own menu prints it. */
export function offerPrinting(): void {
  const page = document.querySelector('[data-print]');
  if (!page) return;
  const button = buttonSaying(words.print, () => window.print());
  const aids = page.querySelector('.aids') ?? document.createElement('span');
  aids.classList.add('aids');
  aids.append(button);
  (page.querySelector('.answer') ?? page).append(aids);
}
