import { SaxesParser, type SaxesTagNS } from 'saxes';
import {
  familyFields,
  type PersonTexts,
  personFields,
  type RegistrationListFault,
  registrationListNamespace,
} from '../../model/registration-list.ts';
import type { RawFamily, RawItem } from './raw.ts';

/** `<registrations …>`, a `<family …>` each, a `<person …/>` in it each, as the XSD says. No DOCTYPE is read, whatever it holds. */
export async function* readXml(source: AsyncIterable<Uint8Array>): AsyncGenerator<RawItem, void> {
  const reading = new Reading();
  const decoder = new TextDecoder('utf-8');
  for await (const chunk of source) {
    yield* reading.take(decoder.decode(chunk, { stream: true }));
    if (reading.isBroken) return;
  }
  yield* reading.end();
}

type OpenFamily = RawFamily & { readonly persons: PersonTexts[] };

/** What the parser has met since it was last asked. */
class Reading {
  readonly #parser = new SaxesParser({ xmlns: true });
  #depth = 0;
  #header: Record<string, unknown> | undefined;
  #families: RawFamily[] = [];
  #open: OpenFamily | undefined;
  #fault: RegistrationListFault | undefined;

  constructor() {
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
    if (this.#families.length > 0) items.push({ kind: 'families', families: this.#families });
    if (this.#fault !== undefined) items.push({ kind: 'fault', fault: this.#fault });
    this.#header = undefined;
    this.#families = [];
    return items;
  }

  #enter(tag: SaxesTagNS): void {
    this.#depth += 1;
    if (this.#fault !== undefined) return;
    if (this.#depth === 1) this.#enterList(tag);
    else if (this.#depth === 2) {
      const { texts, isKnown } = textsOf(tag, 'family', familyFields);
      this.#open = { line: this.#parser.line, family: texts, persons: [], ...(isKnown ? {} : unknownField) };
    } else if (this.#depth === 3 && this.#open) {
      const { texts, isKnown } = textsOf(tag, 'person', personFields);
      this.#open.persons.push(texts);
      if (!isKnown) this.#open = { ...this.#open, ...unknownField };
      // A family is as long as a family may be: what goes on for ever is no list.
      if (this.#open.persons.length > 1_000) this.#break('xml-malformed', 'family');
    } else this.#break('xml-malformed', tag.local);
  }

  #leave(): void {
    this.#depth -= 1;
    if (this.#depth === 1 && this.#open && this.#fault === undefined) {
      this.#families.push(this.#open);
      this.#open = undefined;
    }
  }

  #enterList({ local, uri, attributes }: SaxesTagNS): void {
    if (local !== 'registrations' || uri !== registrationListNamespace) this.#break('header-invalid', local);
    this.#header = Object.fromEntries(
      Object.values(attributes)
        .filter((attribute) => attribute.uri === '')
        .map(({ local: name, value }) => [name, name === 'count' && /^\d{1,8}$/.test(value) ? Number(value) : value]),
    );
  }

  #break(rule: RegistrationListFault['rule'], place: string): void {
    this.#fault ??= { rule, place: place.slice(0, 40), line: this.#parser.line };
  }
}

const unknownField = { fault: { place: '', rule: 'unknown-field' } } as const;

function textsOf({ local, uri, attributes }: SaxesTagNS, name: string, fields: readonly string[]) {
  const texts: Record<string, string> = {};
  let isKnown = local === name && uri === registrationListNamespace;
  for (const attribute of Object.values(attributes)) {
    if (attribute.uri === '' && fields.includes(attribute.local)) texts[attribute.local] = attribute.value;
    else isKnown = isKnown && attribute.prefix === 'xmlns';
  }
  return { texts, isKnown };
}
