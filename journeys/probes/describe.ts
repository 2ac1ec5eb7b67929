/** An element as a person who mends the page finds it: `a.button.button--secondary "Continuer"`. */
export function nameOf(element: Element): string {
  const classes = [...element.classList].map((name) => `.${name}`).join('');
  const id = element.id ? `#${element.id}` : '';
  const words = (element.textContent ?? '').replace(/\s+/g, ' ').trim().slice(0, 40);
  return `${element.localName}${id}${classes}${words ? ` "${words}"` : ''}`;
}

/** Whether the element is drawn: not hidden from all, nor only from the eye. */
export function isDrawn(element: Element): boolean {
  return element.checkVisibility({ visibilityProperty: true, opacityProperty: true }) && !element.closest('.visually-hidden');
}

/** The texts that people see, each with the element that sets it; without those that only screen readers say. */
export function* drawnTexts(): Generator<{ readonly text: Text; readonly parent: Element }> {
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const parent = node.parentElement;
    if (parent && (node.textContent ?? '').trim() !== '' && !parent.closest('script, option') && isDrawn(parent))
      yield { text: node as Text, parent };
  }
}

export function rectOf(text: Text): DOMRect[] {
  const range = document.createRange();
  range.selectNodeContents(text);
  return [...range.getClientRects()].filter(({ width }) => width > 0);
}
