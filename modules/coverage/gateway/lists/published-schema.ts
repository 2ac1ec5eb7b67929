import { readFileSync } from 'node:fs';

/** The XSD of the XML list, as the running system publishes it. Held to the reader by a test. */
export function coverListXsd(): string {
  return readFileSync(new URL('./ramed-cover-list-1.xsd', import.meta.url), 'utf8');
}
