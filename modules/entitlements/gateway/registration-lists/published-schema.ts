import { readFileSync } from 'node:fs';

/** The XSD of lists to register and of their acknowledgements, as the running system publishes it. Held to readers and writers by a test. */
export function registrationListXsd(): string {
  return readFileSync(new URL('./ramed-registration-list-1.xsd', import.meta.url), 'utf8');
}
