import { SaxesParser } from 'saxes';

/** What is wrong with a page of ours, in words; empty when nothing is. Our renderer closes every element, so a page is read as XML. */
export function faultsOfHtml(html: string): string[] {
  const faults: string[] = [];
  const seen: Seen = { ids: [], references: [], headings: [] };
  const open: OpenElement[] = [];
  const isRightToLeft = /^<!doctype html><html[^>]* dir="rtl"/.test(html);
  const isTifinagh = /^<!doctype html><html[^>]* lang="zgh/.test(html);
  const parser = new SaxesParser();
  parser.on('error', (error) => faults.push(`not well formed: ${error.message}`));
  parser.on('opentag', ({ name, attributes }) => {
    faults.push(...nestingFaults(name, open), ...attributeFaults(name, attributes), ...scriptFaults(name, attributes));
    note(name, attributes, seen);
    open.push({ name, isolates: isolating.has(name) || 'dir' in attributes || 'lang' in attributes });
  });
  parser.on('closetag', () => open.pop());
  parser.on('text', (text) => faults.push(...textFaults(text, open, { isRightToLeft, isTifinagh })));
  parser.write(html.replace(/^<!doctype html>/, '')).close();
  return [...faults, ...referenceFaults(seen)];
}

type OpenElement = { readonly name: string; readonly isolates: boolean };
type Attributes = Readonly<Record<string, string>>;
type Seen = { readonly ids: string[]; readonly references: string[]; readonly headings: number[] };

const isolating = new Set(['bdi', 'title', 'textarea', 'option']);
const blocks = new Set(
  'address article aside blockquote details div dl fieldset figure footer form h1 h2 h3 header main nav ol p section table ul'.split(
    ' ',
  ),
);
const onlyInside: Readonly<Record<string, readonly string[]>> = {
  li: ['ul', 'ol'],
  dt: ['dl', 'div'],
  dd: ['dl', 'div'],
  tr: ['thead', 'tbody'],
  td: ['tr'],
  th: ['tr'],
  caption: ['table'],
  legend: ['fieldset'],
  summary: ['details'],
  figcaption: ['figure'],
};
const children: Readonly<Record<string, readonly string[]>> = {
  ul: ['li'],
  ol: ['li'],
  dl: ['div', 'dt', 'dd'],
  tr: ['th', 'td'],
};

function nestingFaults(name: string, open: readonly OpenElement[]): string[] {
  const names = open.map((element) => element.name);
  const parent = names.at(-1) ?? '';
  const inside = (ancestors: readonly string[]) => names.some((ancestor) => ancestors.includes(ancestor));
  return [
    ...(blocks.has(name) && inside(['p', 'span', 'button', 'label', 'bdi', 'h1', 'h2', 'h3', 'dt'])
      ? [`<${name}> inside a line of text`]
      : []),
    ...(['a', 'button', 'input'].includes(name) && inside(['a', 'button']) ? [`<${name}> inside a link or button`] : []),
    ...(name === 'form' && inside(['form']) ? ['<form> inside <form>'] : []),
    ...(onlyInside[name] && !onlyInside[name].includes(parent) ? [`<${name}> inside <${parent}>`] : []),
    ...(children[parent] && !children[parent].includes(name) ? [`<${name}> inside <${parent}>`] : []),
    ...(name === 'style' ? ['<style> on a page without inline style'] : []),
  ];
}

function attributeFaults(name: string, attributes: Attributes): string[] {
  const banned = Object.keys(attributes).filter((attribute) => attribute === 'style' || attribute.startsWith('on'));
  return banned.map((attribute) => `${attribute}= on <${name}>`);
}

/** The only script is one of our own files, that runs after the page stands. */
function scriptFaults(name: string, attributes: Attributes): string[] {
  const isOurs = /^\/assets\/[a-z-]+-[0-9a-f]{12}\.js$/.test(attributes.src ?? '') && 'defer' in attributes;
  return name !== 'script' || isOurs ? [] : ['<script> that is no deferred file of our own'];
}

function note(name: string, attributes: Attributes, { ids, references, headings }: Seen): void {
  if (attributes.id) ids.push(attributes.id);
  const pointers = [attributes.for, attributes['aria-describedby'], attributes['aria-labelledby']];
  references.push(...pointers.flatMap((pointer) => pointer?.split(' ') ?? []));
  if (/^h[1-6]$/.test(name)) headings.push(Number(name[1]));
}

type Writing = { readonly isRightToLeft: boolean; readonly isTifinagh: boolean };

/**
 * In a right-to-left page, any figure or Latin letter outside an element of its own direction may be moved by its neighbours. In one in Tifinagh,
 * two small Latin words in a row are a sentence of the page itself that was never made a message: what people wrote is set apart.
 */
function textFaults(text: string, open: readonly OpenElement[], { isRightToLeft, isTifinagh }: Writing): string[] {
  const isInside = open.slice(1).some((element) => element.isolates);
  if (isTifinagh && !isInside && /[a-zà-ÿœ]{3,}\s+[a-zà-ÿœ]{2,}/u.test(text))
    return [`not a message: ${text.trim().slice(0, 60)}`];
  return isRightToLeft && /[\dA-Za-z]/.test(text) && !isInside ? [`not isolated: ${text.trim().slice(0, 60)}`] : [];
}

function referenceFaults({ ids, references, headings }: Seen): string[] {
  const twice = ids.filter((id, index) => ids.indexOf(id) !== index);
  const lost = references.filter((reference) => !ids.includes(reference));
  const skipped = headings.filter((level, index) => index > 0 && level > (headings[index - 1] ?? 0) + 1);
  return [
    ...twice.map((id) => `id twice: ${id}`),
    ...lost.map((id) => `points at no id: ${id}`),
    ...skipped.map((level) => `heading level skipped before h${level}`),
    ...(headings.filter((level) => level === 1).length > 1 ? ['two h1'] : []),
  ];
}
