import { drawnTexts, nameOf, rectOf } from './describe.ts';

/** What does not fit the screen: a page that must be pushed sideways, text outside the screen, text cut off by its box. */
export function misfits(): string[] {
  const root = document.documentElement;
  const sideways = root.scrollWidth > innerWidth ? [`the page is ${root.scrollWidth} px wide on ${innerWidth} px`] : [];
  return [...sideways, ...textsOutside(), ...textsCut()];
}

function textsOutside(): string[] {
  const found = new Set<string>();
  for (const { text, parent } of drawnTexts()) {
    if (scrollerOf(parent) || parent.closest('.skip-link')) continue;
    if (rectOf(text).some(({ left, right }) => left < -1 || right > innerWidth + 1)) found.add(`outside: ${nameOf(parent)}`);
  }
  return [...found];
}

function textsCut(): string[] {
  return [...document.body.querySelectorAll('*')]
    .filter((element) => !(element instanceof SVGElement) && !element.closest('.visually-hidden'))
    .filter((element) => /hidden|clip/.test(getComputedStyle(element).overflow) && (element.textContent ?? '').trim() !== '')
    .filter(
      ({ scrollWidth, clientWidth, scrollHeight, clientHeight }) =>
        scrollWidth > clientWidth + 1 || scrollHeight > clientHeight + 1,
    )
    .map((element) => `cut: ${nameOf(element)}`);
}

/** A wide table may be pushed inside its own frame, which the keyboard reaches. */
function scrollerOf(element: Element): Element | undefined {
  for (let ancestor: Element | null = element; ancestor && ancestor !== document.body; ancestor = ancestor.parentElement)
    if (/auto|scroll/.test(getComputedStyle(ancestor).overflowX)) return ancestor;
  return undefined;
}
