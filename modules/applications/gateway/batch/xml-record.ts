import { SaxesParser, type SaxesTagPlain } from 'saxes';
import { refuse } from '#platform/refusals';
import type { IntakeRefusal, IntakeRule } from '../../model/intake-rules.ts';
import { fromText } from './leaf-text.ts';
import type { Group, Leaf, List } from './shape.ts';
import { declarationShape } from './shape.ts';

/**
 * A reader of `<request>` elements into the values they stand for, led by the declaration's table. `prefix` is the root's own (`""` or
 * `"r:"`): elements of another prefix are unknown ones. `line` is where the text begins; a refusal carries the line of its element.
 */
export function xmlRecordReader(prefix: string): (text: string, line: number) => XmlRecord {
  // One parser for all records: building one costs as much as reading a small record, and `close` makes it ready again.
  const parser = new SaxesParser({});
  let reading = new Reading(prefix, () => 1);
  parser.on('opentag', (tag) => reading.open(tag));
  parser.on('closetag', () => reading.close());
  parser.on('text', (piece) => reading.text(piece));
  parser.on('cdata', (piece) => reading.text(piece));
  parser.on('error', (error) => reading.malformed(error));
  return (text, line) => {
    reading = new Reading(prefix, () => line + parser.line - 1);
    parser.write(text).close();
    return reading.result();
  };
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
    const local = this.#prefix === '' ? name : name.startsWith(this.#prefix) ? name.slice(this.#prefix.length) : `{${name}}`;
    const level = this.#levels.at(-1);
    if (level === undefined) this.#openRequest(local, attributes);
    else this.#openElement(local, level, firstKey(attributes));
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

function firstKey(attributes: Readonly<Record<string, string>>): string | undefined {
  for (const key in attributes) return key;
  return undefined;
}

function fieldOf({ shape }: Level, local: string): Leaf | Group | List | undefined {
  if (shape.kind === 'list') return local === shape.item ? shape.of : undefined;
  const field = Object.hasOwn(shape.fields, local) ? shape.fields[local] : undefined;
  return typeof field === 'object' && field.kind === 'constant' ? undefined : field;
}

/** A group begins with what its format leaves unsaid. */
function constantsOf(group: Group): Record<string, unknown> {
  let constants = knownConstants.get(group);
  if (constants === undefined) {
    const fields = Object.entries(group.fields);
    constants = fields.flatMap(([key, field]) =>
      typeof field === 'object' && field.kind === 'constant' ? [[key, field.value]] : [],
    );
    knownConstants.set(group, constants);
  }
  return constants.length === 0 ? {} : Object.fromEntries(constants);
}

const knownConstants = new Map<Group, readonly (readonly [string, string])[]>();
