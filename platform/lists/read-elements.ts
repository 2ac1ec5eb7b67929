import { SaxesParser, type SaxesTagNS } from 'saxes';
import {
  type ElementShape,
  headerValue,
  type ListFault,
  type ListShape,
  type RawItem,
  type RawRecord,
  type Texts,
} from './shape.ts';

/** A root with the header as its attributes, an element a record, in it an element a part. No DOCTYPE is read, whatever it holds. */
export async function* readElements(source: AsyncIterable<Uint8Array>, shape: ListShape): AsyncGenerator<RawItem, void> {
  const reading = new Reading(shape);
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of source) {
    yield* reading.take(decoder.decode(chunk, { stream: true }));
    if (reading.isBroken) return;
  }
  yield* reading.end();
}

/** A record is as long as one may be: what goes on for ever is no list. */
const mostParts = 1_000;

type OpenRecord = RawRecord & { readonly parts: Texts[] };

/** What the parser has met since it was last asked. */
class Reading {
  readonly #parser = new SaxesParser({ xmlns: true });
  readonly #shape: ListShape;
  #depth = 0;
  #header: Record<string, unknown> | undefined;
  #records: RawRecord[] = [];
  #open: OpenRecord | undefined;
  #fault: ListFault | undefined;

  constructor(shape: ListShape) {
    this.#shape = shape;
    this.#parser.on('opentag', (tag) => this.#enter(tag));
    this.#parser.on('closetag', () => this.#leave());
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
    if (this.#records.length > 0) items.push({ kind: 'records', records: this.#records });
    if (this.#fault !== undefined) items.push({ kind: 'fault', fault: this.#fault });
    this.#header = undefined;
    this.#records = [];
    return items;
  }

  #enter(tag: SaxesTagNS): void {
    this.#depth += 1;
    if (this.#fault !== undefined) return;
    const { namespace, record, part } = this.#shape;
    if (this.#depth === 1) this.#enterList(tag);
    else if (this.#depth === 2) {
      const { texts, isKnown } = textsOf(tag, namespace, record);
      this.#open = { line: this.#parser.line, texts, parts: [], ...(isKnown ? {} : unknownField) };
    } else if (this.#depth === 3 && part && this.#open) {
      const { texts, isKnown } = textsOf(tag, namespace, part);
      this.#open.parts.push(texts);
      if (!isKnown) this.#open = { ...this.#open, ...unknownField };
      if (this.#open.parts.length > mostParts) this.#break('xml-malformed', record.name);
    } else this.#break('xml-malformed', tag.local);
  }

  #leave(): void {
    this.#depth -= 1;
    if (this.#depth === 1 && this.#open && this.#fault === undefined) {
      this.#records.push(this.#open);
      this.#open = undefined;
    }
  }

  #enterList({ local, uri, attributes }: SaxesTagNS): void {
    if (local !== this.#shape.root || uri !== this.#shape.namespace) this.#break('header-invalid', local);
    this.#header = Object.fromEntries(
      Object.values(attributes)
        .filter((attribute) => attribute.uri === '')
        .map(({ local: name, value }) => [name, headerValue(name, value)]),
    );
  }

  #break(rule: ListFault['rule'], place: string): void {
    this.#fault ??= { rule, place: place.slice(0, 40), line: this.#parser.line };
  }
}

const unknownField = { fault: { place: '', rule: 'unknown-field' } } as const;

function textsOf({ local, uri, attributes }: SaxesTagNS, namespace: string, { name, fields }: ElementShape) {
  const texts: Record<string, string> = {};
  let isKnown = local === name && uri === namespace;
  for (const attribute of Object.values(attributes)) {
    if (attribute.uri === '' && fields.includes(attribute.local)) texts[attribute.local] = attribute.value;
    else isKnown = isKnown && attribute.prefix === 'xmlns';
  }
  return { texts, isKnown };
}
