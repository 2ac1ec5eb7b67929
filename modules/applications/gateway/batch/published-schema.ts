import { readFileSync } from 'node:fs';

/** The XSD of the XML batch, as the running system publishes it. Held to the reader by a test. */
export function batchXsd(): string {
  return readFileSync(new URL('./ramed-batch-1.xsd', import.meta.url), 'utf8');
}
