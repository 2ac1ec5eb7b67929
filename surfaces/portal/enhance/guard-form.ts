import { words } from './words.ts';

/** How long a form that was sent is not sent again; a browser that comes back to the page may send it at once. */
const WAIT = 10_000;

/**
 * A form is sent once however often its button is pressed, and not at all while the telephone has no network: the page stays with what was
 * typed, where the browser's own error page would have lost it. Nothing is stored on the device.
 */
export function guardForm(form: HTMLFormElement): void {
  let sentAt = 0;
  form.addEventListener('submit', (event) => {
    if (event.defaultPrevented) return;
    if (!navigator.onLine) {
      event.preventDefault();
      warnOffline(form);
    } else if (sentAt > 0 && Date.now() - sentAt < WAIT) {
      event.preventDefault();
    } else {
      sentAt = Date.now();
    }
  });
  addEventListener('pageshow', () => {
    sentAt = 0;
  });
  addEventListener('online', () => form.querySelector('[data-offline]')?.remove());
}

function warnOffline(form: HTMLFormElement): void {
  if (form.querySelector('[data-offline]')) return;
  const warning = document.createElement('p');
  warning.className = 'banner banner--warning';
  warning.dataset.offline = '';
  warning.setAttribute('role', 'alert');
  form.append(warning);
  // Words that come after the element are announced; those it came with are not everywhere.
  warning.textContent = words.offline;
}
