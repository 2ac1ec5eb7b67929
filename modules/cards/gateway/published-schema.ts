import { readFileSync } from 'node:fs';

/** The XSD of the file of a batch, as the running system publishes it. Held to the writer by a test. */
export function cardBatchXsd(): string {
  return readFileSync(new URL('./ramed-card-batch-1.xsd', import.meta.url), 'utf8');
}
