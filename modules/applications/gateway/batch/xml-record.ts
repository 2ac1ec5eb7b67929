import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from '#platform/refusals';
import type { IntakeRefusal, IntakeRule } from '../../model/intake-rules.ts';
import { fromText } from './leaf-text.ts';
import type { Group, Leaf, List } from './shape.ts';
import { declarationShape } from './shape.ts';

/**
 * Reads one `<request>` into the values it stands for, led by the declaration's table. `prefix` is the root's own (`""` or `"r:"`):
 * elements of another prefix are unknown ones. `line` is where the text begins; the refusal carries the line of the element.
 */
export function readXmlRecord(text: string, prefix: string, line: number): XmlRecord {
  const parser = new SaxesParser({});
  const reading = new Reading(prefix, () => line + parser.line - 1);
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('closetag', () => reading.close());
  parser.on('text', (piece) => reading.text(piece));
  parser.on('cdata', (piece) => reading.text(piece));
  parser.on('error', (error) => reading.malformed(error));
  parser.write(text).close();
  return reading.result();
}

export type XmlRecord = { readonly values: Readonly<Record<string, unknown>>; readonly refusal?: IntakeRefusal };

type Level = { readonly shape: Group | List; readonly key: string; readonly value: Record<string, unknown> | unknown[] };

const envelope: Group = { kind: 'group', fields: { declaration: declarationShape } };

/** The elements open at this moment, outermost first, and the leaf whose text is being gathered. The first refusal stands. */
class Reading {
  readonly #prefix: string;
  readonly #lineNow: () => number;
  readonly #levels: Level[] = [];
  #values: Record<string, unknown> = {};
  #leaf: { readonly leaf: Leaf; readonly key: string } | undefined;
  #text = '';
  #refusal: IntakeRefusal | undefined;

  constructor(prefix: string, lineNow: () => number) {
    this.#prefix = prefix;
    this.#lineNow = lineNow;
  }

  result(): XmlRecord {
    return this.#refusal === undefined ? { values: this.#values } : { values: this.#values, refusal: this.#refusal };
  }

  open({ name, attributes }: SaxesTagPlain): void {
    if (this.#refusal !== undefined) return;
    const local = name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : `{${name}}`;
    const level = this.#levels.at(-1);
    if (level === undefined) this.#openRequest(local, attributes);
    else this.#openElement(local, level, Object.keys(attributes)[0]);
  }

  #openRequest(local: string, attributes: Readonly<Record<string, string>>): void {
    if (local !== 'request') this.#refuse('unknown-key', local);
    this.#values = { ...attributes };
    this.#levels.push({ shape: envelope, key: '', value: this.#values });
  }

  #openElement(local: string, level: Level, attribute: string | undefined): void {
    const field = this.#leaf === undefined ? fieldOf(level, local) : undefined;
    if (field === undefined) this.#refuse('unknown-key', local);
    else if (attribute !== undefined) this.#refuse('unknown-key', `${local}.@${attribute}`);
    else if (!Array.isArray(level.value) && local in level.value) this.#refuse('element-repeated', local);
    else if (typeof field === 'string') this.#leaf = { leaf: field, key: local };
    else this.#push(field, level, local);
  }

  #push(shape: Group | List, { value: parent }: Level, local: string): void {
    const value: Record<string, unknown> | unknown[] = shape.kind === 'list' ? [] : constantsOf(shape);
    const key = Array.isArray(parent) ? `[${parent.length}]` : local;
    if (Array.isArray(parent)) parent.push(value);
    else parent[local] = value;
    this.#levels.push({ shape, key, value });
  }

  text(piece: string): void {
    if (this.#leaf !== undefined) this.#text += piece;
    else if (this.#refusal === undefined && /[^ \t\r\n]/.test(piece)) this.#refuse('text-unexpected');
  }

  close(): void {
    if (this.#refusal !== undefined) return;
    if (this.#leaf === undefined) {
      this.#levels.pop();
      return;
    }
    const { value } = this.#levels.at(-1) ?? {};
    (value as Record<string, unknown>)[this.#leaf.key] = fromText(this.#leaf.leaf, this.#text);
    this.#leaf = undefined;
    this.#text = '';
  }

  malformed(error: Error): void {
    this.#refusal ??= refuse('xml-malformed', {
      facts: { line: this.#lineNow(), detail: error.message.replace(/^\d+:\d+: /, '').slice(0, 200) },
    });
  }

  #refuse(rule: IntakeRule, key?: string): void {
    const inDeclaration = this.#levels.slice(2).map((level) => level.key);
    const keys = [...inDeclaration, ...(this.#leaf === undefined ? [] : [this.#leaf.key]), ...(key === undefined ? [] : [key])];
    const place = keys.join('.').replaceAll('.[', '[');
    this.#refusal = refuse(rule, { place: place.slice(0, 200), facts: { line: this.#lineNow() } });
  }
}

function fieldOf({ shape }: Level, local: string): Leaf | Group | List | undefined {
  if (shape.kind === 'list') return local === shape.item ? shape.of : undefined;
  const field = Object.hasOwn(shape.fields, local) ? shape.fields[local] : undefined;
  return typeof field === 'object' && field.kind === 'constant' ? undefined : field;
}

function constantsOf({ fields }: Group): Record<string, unknown> {
  const constants = Object.entries(fields).flatMap(([key, field]) =>
    typeof field === 'object' && field.kind === 'constant' ? [[key, field.value] as const] : [],
  );
  return Object.fromEntries(constants);
}
