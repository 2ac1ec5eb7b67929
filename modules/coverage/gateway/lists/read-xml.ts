import { SaxesParser, type SaxesTagNS } from 'saxes';
import { coverListNamespace, type LineField, type ListFault, lineFields } from '../../model/cover-list.ts';
import type { RawItem, RawLine } from './raw.ts';

/** `<list …>` with one empty `<cover …/>` a line, as `ramed-cover-list-1.xsd` says. No DOCTYPE is read, whatever it holds. */
export async function* readXml(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem, void> {
  const reading = new Reading();
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of source) {
    yield* reading.take(decoder.decode(chunk, { stream: true }));
    if (reading.isBroken) return;
  }
  yield* reading.end();
}

/** What the parser has met since it was last asked. */
class Reading {
  readonly #parser = new SaxesParser({ xmlns: true });
  #depth = 0;
  #header: Record<string, unknown> | undefined;
  #lines: RawLine[] = [];
  #fault: ListFault | undefined;

  constructor() {
    this.#parser.on('opentag', (tag) => this.#open(tag));
    this.#parser.on('closetag', () => {
      this.#depth -= 1;
    });
    this.#parser.on('text', (text) => {
      if (/[^ \t\r\n]/.test(text)) this.#break('xml-malformed', 'text');
    });
    this.#parser.on('doctype', () => this.#break('doctype', ''));
    this.#parser.on('error', () => this.#break('xml-malformed', ''));
  }

  get isBroken(): boolean {
    return this.#fault !== undefined;
  }

  take(text: string): readonly RawItem[] {
    this.#parser.write(text);
    return this.#met();
  }

  end(): readonly RawItem[] {
    this.#parser.close();
    return this.#met();
  }

  #met(): RawItem[] {
    const items: RawItem[] = [];
    if (this.#header !== undefined) items.push({ kind: 'header', values: this.#header });
    if (this.#lines.length > 0) items.push({ kind: 'lines', lines: this.#lines });
    if (this.#fault !== undefined) items.push({ kind: 'fault', fault: this.#fault });
    this.#header = undefined;
    this.#lines = [];
    return items;
  }

  #open(tag: SaxesTagNS): void {
    this.#depth += 1;
    if (this.#fault !== undefined) return;
    if (this.#depth === 1) this.#openList(tag);
    else if (this.#depth === 2) this.#lines.push(toLine(tag, this.#parser.line));
    else this.#break('xml-malformed', tag.local);
  }

  #openList({ local, uri, attributes }: SaxesTagNS): void {
    if (local !== 'list' || uri !== coverListNamespace) this.#break('header-invalid', local);
    this.#header = Object.fromEntries(
      Object.values(attributes)
        .filter((attribute) => attribute.uri === '')
        .map(({ local: name, value }) => [name, name === 'count' && /^\d{1,9}$/.test(value) ? Number(value) : value]),
    );
  }

  #break(rule: ListFault['rule'], place: string): void {
    this.#fault ??= { rule, place: place.slice(0, 40), line: this.#parser.line };
  }
}

function toLine({ local, uri, attributes }: SaxesTagNS, line: number): RawLine {
  const texts: { [field in LineField]?: string } = {};
  let isKnown = local === 'cover' && uri === coverListNamespace;
  for (const attribute of Object.values(attributes)) {
    if (attribute.uri === '' && (lineFields as readonly string[]).includes(attribute.local))
      texts[attribute.local as LineField] = attribute.value;
    else isKnown = isKnown && attribute.prefix === 'xmlns';
  }
  return isKnown ? { line, texts } : { line, texts, fault: { place: '', rule: 'unknown-field' } };
}
