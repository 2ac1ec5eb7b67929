/**
 * The few signs an editor of the guide may write. A library of Markdown accepts everything and passes HTML through; here whatever is not one of
 * these signs is a fault with its line, and the pages can hold nothing but words.
 */
export type Inline =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'strong'; readonly children: readonly Inline[] }
  | { readonly kind: 'link'; readonly address: string; readonly children: readonly Inline[] }
  /** A number of the law, filled in when the page is read: `{contributions.perPerson}`. */
  | { readonly kind: 'value'; readonly key: string };

export type Block =
  | { readonly kind: 'heading'; readonly level: 2 | 3; readonly children: readonly Inline[] }
  | { readonly kind: 'paragraph'; readonly children: readonly Inline[] }
  | { readonly kind: 'note'; readonly children: readonly Inline[] }
  | { readonly kind: 'list'; readonly isOrdered: boolean; readonly items: readonly (readonly Inline[])[] };

export type Markup = { readonly blocks: readonly Block[]; readonly faults: readonly string[] };

/** Reads headings (`##`, `###`), paragraphs, lists (`-`, `1.`), a note (`>`), **bold**, [links](/guide/price) and {values}. */
export function parseMarkup(text: string): Markup {
  const pieces = text
    .split(/\n\s*\n/)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
  const blocks = pieces.map(toBlock);
  return { blocks, faults: blocks.flatMap((block) => inlinesOf(block).flatMap(faultsOf)) };
}

function toBlock(piece: string): Block {
  const heading = /^(##|###) ([^\n]+)$/.exec(piece);
  if (heading) return { kind: 'heading', level: heading[1] === '##' ? 2 : 3, children: toInlines(heading[2] ?? '') };
  const lines = piece.split('\n');
  for (const { sign, isOrdered } of lists) {
    if (lines.every((line) => sign.test(line))) {
      return { kind: 'list', isOrdered, items: lines.map((line) => toInlines(line.replace(sign, ''))) };
    }
  }
  if (lines.every((line) => line.startsWith('> '))) {
    return { kind: 'note', children: toInlines(lines.map((line) => line.slice(2)).join(' ')) };
  }
  return { kind: 'paragraph', children: toInlines(lines.join(' ')) };
}

const lists = [
  { sign: /^- /, isOrdered: false },
  { sign: /^\d+\. /, isOrdered: true },
];

function toInlines(text: string): Inline[] {
  const inlines: Inline[] = [];
  let end = 0;
  for (const found of text.matchAll(/\*\*(.+?)\*\*|\[([^\]]+)\]\(([^)\s]+)\)|\{([a-zA-Z0-9.]+)\}/g)) {
    if (found.index > end) inlines.push({ kind: 'text', text: text.slice(end, found.index) });
    inlines.push(toInline(found));
    end = found.index + found[0].length;
  }
  if (end < text.length) inlines.push({ kind: 'text', text: text.slice(end) });
  return inlines;
}

function toInline([, strong, label, address, key]: RegExpExecArray): Inline {
  if (strong !== undefined) return { kind: 'strong', children: toInlines(strong) };
  if (label !== undefined && address !== undefined) return { kind: 'link', address, children: toInlines(label) };
  return { kind: 'value', key: key ?? '' };
}

/** Every inline of a block, those inside others included. */
export function inlinesOf(block: Block): readonly Inline[] {
  const flat = (inlines: readonly Inline[]): Inline[] =>
    inlines.flatMap((inline) => ('children' in inline ? [inline, ...flat(inline.children)] : [inline]));
  return flat(block.kind === 'list' ? block.items.flat() : block.children);
}

function faultsOf(inline: Inline): string[] {
  if (inline.kind !== 'text') return [];
  return /[<>{}[\]|`*#]|^[-+] /.test(inline.text)
    ? [`a sign that is not understood in “${inline.text.trim().slice(0, 60)}”`]
    : [];
}

/** What a block says, without signs; values as what `say` makes of them. */
export function plainText(inlines: readonly Inline[], say: (key: string) => string): string {
  return inlines
    .map((inline) => {
      if (inline.kind === 'text') return inline.text;
      return inline.kind === 'value' ? say(inline.key) : plainText(inline.children, say);
    })
    .join('');
}
