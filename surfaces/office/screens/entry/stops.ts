/** Fields stand in one line of stops: Enter goes to the next, Shift+Enter back. A group of choices is one stop. */
const STOP = '[data-stop]';

function stopOf(element: Element | null): HTMLElement | undefined {
  return element?.closest<HTMLElement>(STOP) ?? undefined;
}

/** Moves to the next stop (or the one before); stops that were filled by copying are passed over. False at the end. */
export function moveOn(from: Element, by: 1 | -1, root: ParentNode = document): boolean {
  const stops = [...root.querySelectorAll<HTMLElement>(STOP)];
  const here = stops.indexOf(stopOf(from) ?? (from as HTMLElement));
  for (let index = here + by; index >= 0 && index < stops.length; index += by) {
    const stop = stops[index];
    if (stop !== undefined && stop.dataset.copied !== 'true') return focusStop(stop);
  }
  return false;
}

export function focusStop(stop: HTMLElement): boolean {
  const field = stop.matches('input, select, textarea, button')
    ? stop
    : (stop.querySelector<HTMLElement>('input:checked') ?? stop.querySelector<HTMLElement>('input, select, textarea, button'));
  field?.focus();
  if (field instanceof HTMLInputElement && !['radio', 'checkbox'].includes(field.type)) field.select();
  field?.scrollIntoView({ block: 'nearest' });
  return field != null;
}

/** The stop of a field by the names it was given. */
export function focusField(step: string, key: string): void {
  const stop = document.querySelector<HTMLElement>(`[data-stop="${CSS.escape(`${step} ${key}`)}"]`);
  if (stop !== null) focusStop(stop);
}
