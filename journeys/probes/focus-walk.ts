import { isDrawn, nameOf } from './describe.ts';

type Walk = { readonly expected: Element[]; readonly visited: Element[]; readonly faults: string[] };

let walk: Walk = { expected: [], visited: [], faults: [] };

function note({ target }: FocusEvent): void {
  if (!(target instanceof Element)) return;
  // A window that opened half a second ago takes the cursor once more, for readers of screens: that is no stop.
  if (target.matches('[role=dialog], [role=alertdialog]')) return;
  walk.visited.push(target);
  walk.faults.push(...faultsOfFocus(target));
}

/** Begins a walk by keyboard from the top of the page; tells how many keys it takes to pass every control. */
export function beginWalk(): number {
  const expected = [...document.querySelectorAll('a[href], button, input, select, textarea, summary, [tabindex="0"]')].filter(
    isReached,
  );
  walk = { expected, visited: [], faults: [] };
  // A document that is written anew has lost its listeners, one that stands has them still: the way to the top is no stop.
  document.removeEventListener('focusin', note);
  const open = document.querySelector<HTMLElement>('[role=dialog], [role=alertdialog]');
  // A window over the page holds the cursor: the walk begins within it.
  if (open !== null) open.focus();
  else if (document.activeElement !== document.body) goToTheTop();
  document.addEventListener('focusin', note);
  return expected.length;
}

/** A page may have set the cursor into a field; the keyboard goes on from where something stood that had the focus. */
function goToTheTop(): void {
  const top = document.createElement('span');
  top.tabIndex = -1;
  document.body.prepend(top);
  top.focus();
  top.remove();
}

/** What went wrong on the way: a control passed over, out of order, without a visible focus, or under something else. */
export function endWalk(): string[] {
  const { expected, visited, faults } = walk;
  const at = expected.findIndex((element, index) => visited[index] !== element);
  const wanted = expected[at];
  const met = visited[at];
  return [...faults, ...(wanted ? [`stop ${at + 1} is ${met ? nameOf(met) : 'nothing'}, not ${nameOf(wanted)}`] : [])];
}

function isReached(element: Element): boolean {
  if (!element.checkVisibility({ visibilityProperty: true })) return false;
  if (element.matches(':disabled, [type=hidden], [tabindex="-1"]')) return false;
  // What is behind an open window is out of reach while it is open.
  if (element.closest('[inert], [aria-hidden="true"]')) return false;
  if (element.matches('summary')) return element.parentElement?.querySelector('summary') === element;
  return !(element instanceof HTMLInputElement && element.type === 'radio') || isTheRadioReached(element);
}

/** Of a group of radios the keyboard meets the chosen one, or the first. */
function isTheRadioReached(radio: HTMLInputElement): boolean {
  const group = [...document.querySelectorAll<HTMLInputElement>('input[type=radio]')].filter(
    ({ name, form }) => name === radio.name && form === radio.form,
  );
  return (group.find(({ checked }) => checked) ?? group[0]) === radio;
}

function faultsOfFocus(element: Element): string[] {
  const { outlineStyle, outlineWidth } = getComputedStyle(element);
  const isMarked = outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2;
  const rect = element.getBoundingClientRect();
  const inView = rect.bottom > 0 && rect.top < innerHeight && rect.right > 0 && rect.left < innerWidth;
  return [
    ...(isMarked ? [] : [`focus not marked: ${nameOf(element)}`]),
    ...(inView && isDrawn(element) ? [] : [`focus out of sight: ${nameOf(element)}`]),
    ...(inView && isUnderSomething(element, rect) ? [`focus covered: ${nameOf(element)}`] : []),
  ];
}

function isUnderSomething(element: Element, { left, right, top, bottom }: DOMRect): boolean {
  const x = (Math.max(left, 0) + Math.min(right, innerWidth)) / 2;
  const y = (Math.max(top, 0) + Math.min(bottom, innerHeight)) / 2;
  const above = document.elementFromPoint(x, y);
  if (!above) return false;
  const label = element.id ? document.querySelector(`label[for="${CSS.escape(element.id)}"]`) : null;
  return !element.contains(above) && !above.contains(element) && !label?.contains(above);
}
