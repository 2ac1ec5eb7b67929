import type { Box } from './answers.ts';
import { isDrawn, rectOf } from './describe.ts';

/** The boxes of the page in the order of the document, without what is set in a language or direction of its own. */
export function boxesOfPage(): Box[] {
  const isRightToLeft = document.documentElement.dir === 'rtl';
  const letter = Number.parseFloat(getComputedStyle(document.documentElement).fontSize);
  const boxes: Box[] = [];
  const visit = (parent: Element, path: string) => {
    const frame = edgesOf(parent.getBoundingClientRect(), isRightToLeft);
    let before: Placed | undefined;
    for (const node of parent.childNodes) {
      const placed = place(node, isRightToLeft);
      if (!placed) continue;
      if (placed.isForeign) {
        before = placed;
        continue;
      }
      const name = `${path}>${placed.name}`;
      const onSameLine =
        before !== undefined && placed.rect.top < before.rect.bottom - 1 && placed.rect.bottom > before.rect.top + 1;
      boxes.push({
        path: name,
        start: (placed.edges.start - frame.start) / letter,
        end: (frame.end - placed.edges.end) / letter,
        leads: !onSameLine && !placed.flows,
        follows: !onSameLine || placed.edges.start >= (before?.edges.end ?? 0) - 1,
        flip: placed.flip,
      });
      before = placed;
      if (placed.element && !/^(svg|bdi|input|select|textarea)$/.test(placed.element.localName)) visit(placed.element, name);
    }
  };
  visit(document.body, 'body');
  return boxes;
}

/** Signs that point along the line, and figures that grow along it. */
const TURNED = '[data-mirror], svg.delay, svg.bar';

type Edges = { readonly start: number; readonly end: number };
/**
 * `isForeign`: it has a language or direction of its own, so that it has no twin, but others stand after it. `flows`: a box among words, which
 * begins where the words before it end.
 */
type Placed = {
  name: string;
  element?: Element;
  rect: DOMRect;
  edges: Edges;
  flip: 1 | -1;
  isForeign?: boolean;
  flows?: boolean;
};

function edgesOf({ left, right }: DOMRect, isRightToLeft: boolean): Edges {
  return isRightToLeft ? { start: -right, end: -left } : { start: left, end: right };
}

/** Words within a line fall where the language puts them; boxes and pictures do not. */
function place(node: ChildNode, isRightToLeft: boolean): Placed | undefined {
  if (!(node instanceof Element)) return placeText(node, isRightToLeft);
  if (!isDrawn(node) || node.matches('.skip-link, script')) return undefined;
  const style = getComputedStyle(node);
  if (style.display === 'inline' || style.position === 'absolute') return undefined;
  const rect = node.getBoundingClientRect();
  const mirror = node.matches(TURNED) ? '[mirror]' : '';
  const name = [node.localName, ...[...node.classList].map((word) => `.${word}`), mirror].join('');
  const flows = style.display.startsWith('inline') && wordsBefore(node);
  const flip = new DOMMatrix(style.transform).a < 0 ? -1 : 1;
  return {
    name,
    element: node,
    rect,
    edges: edgesOf(rect, isRightToLeft),
    flip,
    isForeign: node.matches('[dir], [lang]'),
    flows,
  };
}

function wordsBefore(element: Element): boolean {
  for (let node = element.previousSibling; node; node = node.previousSibling)
    if (node instanceof Text && node.data.trim() !== '') return true;
  return false;
}

/** The first line of a text that opens its block: it must begin where the reader begins. */
function placeText(node: ChildNode, isRightToLeft: boolean): Placed | undefined {
  if (!(node instanceof Text) || node.data.trim() === '' || node.previousSibling) return undefined;
  if (node.parentElement && /end|center/.test(getComputedStyle(node.parentElement).textAlign)) return undefined;
  const [rect] = rectOf(node);
  return rect && { name: '#text', rect, edges: edgesOf(rect, isRightToLeft), flip: 1 };
}
