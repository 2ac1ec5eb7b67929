import { buttonSaying } from './button.ts';
import { words } from './words.ts';

/** A page that people keep on paper (`data-print`) gets a button for it, after the answer; without script, the browser's own menu prints it. */
export function offerPrinting(): void {
  const page = document.querySelector('[data-print]');
  if (!page) return;
  const button = buttonSaying(words.print, () => window.print());
  const home = page.querySelector('.answer') ?? page;
  // Beside what copies the number, which a script put there too: what the page itself offers stays where it stands.
  const aids = home.querySelector(':scope > span.aids') ?? document.createElement('span');
  aids.classList.add('aids');
  aids.append(button);
  home.append(aids);
}
