import { drawnTexts, isDrawn, nameOf } from './describe.ts';

const SMALLEST_TEXT = 18;
const SMALLEST_TARGET = 48;

/** Texts set smaller than 18 px; the browser rounds, people do not see a hundredth. */
export function smallTexts(): string[] {
  const small = new Map<string, string>();
  for (const { parent } of drawnTexts()) {
    const size = Number.parseFloat(getComputedStyle(parent).fontSize);
    if (size < SMALLEST_TEXT - 0.01) small.set(nameOf(parent), `${size} px`);
  }
  return [...small].map(([name, size]) => `${name}: ${size}`);
}

/** What is pressed and offers a finger less than 48 px in either direction. A link inside a sentence is as high as its line (WCAG 2.5.8). */
export function smallTargets(): string[] {
  return [...document.querySelectorAll('a[href], button, input:not([type=hidden]), select, textarea, summary')]
    .filter((element) => isDrawn(element) && !element.matches('.skip-link') && !isInSentence(element))
    .flatMap((element) => {
      const { width, height } = pressedArea(element);
      const isSmall = Math.min(width, height) < SMALLEST_TARGET - 0.5;
      return isSmall ? [`${nameOf(element)}: ${Math.round(width)} × ${Math.round(height)} px`] : [];
    });
}

/** A choice is pressed on its label too, which covers the whole row; a link on what stands over it. */
function pressedArea(element: Element): { width: number; height: number } {
  const own = element.getBoundingClientRect();
  const row = element.matches('[type=radio], [type=checkbox]') ? element.parentElement?.getBoundingClientRect() : undefined;
  const cover = coverOf(element);
  const areas = [own, ...(row ? [row] : []), ...(cover ? [cover] : [])];
  return { width: Math.max(...areas.map(({ width }) => width)), height: Math.max(...areas.map(({ height }) => height)) };
}

/** `::after` spread over the nearest positioned ancestor makes the whole of it the target. */
function coverOf(element: Element): DOMRect | undefined {
  const after = getComputedStyle(element, '::after');
  const isSpread = after.content !== 'none' && after.position === 'absolute' && after.insetBlockStart === '0px';
  return isSpread ? (element as HTMLElement).offsetParent?.getBoundingClientRect() : undefined;
}

function isInSentence(element: Element): boolean {
  if (!element.matches('a') || getComputedStyle(element).display !== 'inline') return false;
  const block = element.parentElement;
  const around = [...(block?.childNodes ?? [])].filter((node) => node !== element).map((node) => node.textContent ?? '');
  return around.join('').trim() !== '';
}
