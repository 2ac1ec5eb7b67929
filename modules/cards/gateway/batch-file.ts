import { createHash } from 'node:crypto';
import type { CardLine } from '../queries/batch-sheet.ts';

export type BatchFileFormat = 'csv' | 'xml';

/** Cards as they are read, page by page. */
export type CardPages = AsyncIterable<readonly CardLine[]>;

/**
 * The file of a batch as the maker reads it, written page by page: whatever its length, no more than a page is held. CSV ends with the count of
 * its cards and the digest of every byte before; XML is valid against `ramed-card-batch-1.xsd`.
 */
export function writeBatchFile(batch: string, pages: CardPages, format: BatchFileFormat): AsyncGenerator<string> {
  return format === 'csv' ? writeCsv(batch, pages) : writeXml(batch, pages);
}

async function* writeCsv(batch: string, pages: CardPages): AsyncGenerator<string> {
  const digest = createHash('sha256');
  const head = `#schema;ramed.card-batch/1\n#batch;${batch}\n`;
  digest.update(head);
  yield head;
  let cards = 0;
  for await (const page of pages) {
    const lines = page.map(csvLines).join('');
    digest.update(lines);
    cards += page.length;
    yield lines;
  }
  yield `#end;${cards};${digest.digest('hex')}\n`;
}

function csvLines(card: CardLine): string {
  const own = ['card', card.serial, card.registration, card.validFrom, card.validTo, card.code];
  const persons = card.members.map((member, rank) => {
    const { fr, ar } = member.names;
    return ['person', card.serial, rank + 1, fr?.given, fr?.family, ar?.given, ar?.family, member.birthYear];
  });
  return [own, ...persons].map((cells) => `${cells.map(cell).join(';')}\n`).join('');
}

function cell(value: string | number | undefined): string {
  const text = String(value ?? '');
  return /[;"\r\n]/.test(text) ? `"${text.replaceAll('"', '""').replaceAll(/[\r\n]+/g, ' ')}"` : text;
}

async function* writeXml(batch: string, pages: CardPages): AsyncGenerator<string> {
  const head = { xmlns: 'urn:ramed:card-batch:1', schema: 'ramed.card-batch/1', batch };
  yield `<?xml version="1.0" encoding="UTF-8"?>\n<batch${attributes(head)}>\n`;
  let cards = 0;
  for await (const page of pages) {
    cards += page.length;
    yield page.map(xmlLines).join('');
  }
  yield `<end${attributes({ cards })}/>\n</batch>\n`;
}

function xmlLines({ serial, registration, validFrom, validTo, code, members }: CardLine): string {
  const persons = members.map(({ names: { fr, ar }, birthYear }) => {
    const written = { given: fr?.given, family: fr?.family, given_ar: ar?.given, family_ar: ar?.family };
    return `<person${attributes({ ...written, birth_year: birthYear })}/>`;
  });
  const own = { serial, registration, valid_from: validFrom, valid_to: validTo, code };
  return `<card${attributes(own)}>${persons.join('')}</card>\n`;
}

function attributes(values: Readonly<Record<string, string | number | undefined>>): string {
  return Object.entries(values)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${escaped(String(value))}"`)
    .join('');
}

const entities: Readonly<Record<string, string>> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[<>&"\t\n\r]/g, (sign) => entities[sign] ?? `&#${sign.charCodeAt(0)};`);
}
