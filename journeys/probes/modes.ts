import { isDrawn, nameOf } from './describe.ts';

/** In forced colours backgrounds are gone: what was only a coloured patch must have an edge. */
export function edgeless(): string[] {
  return [...document.querySelectorAll('.button, .input, .tag, .verdict, .answer, .banner, .error-summary, .chosen')]
    .filter(isDrawn)
    .filter((element) => {
      const { borderBlockStartStyle, borderBlockStartWidth } = getComputedStyle(element);
      return borderBlockStartStyle === 'none' || Number.parseFloat(borderBlockStartWidth) < 1;
    })
    .map(nameOf);
}

/** What still moves for somebody who asked that nothing should. */
export function moving(): string[] {
  const seconds = (text: string) => Math.max(...text.split(',').map(Number.parseFloat));
  return [...document.querySelectorAll('*')]
    .filter((element) => {
      const { transitionDuration, animationDuration, animationName, scrollBehavior } = getComputedStyle(element);
      return (
        seconds(transitionDuration) > 0 ||
        (animationName !== 'none' && seconds(animationDuration) > 0) ||
        scrollBehavior === 'smooth'
      );
    })
    .map(nameOf);
}
