import { fileURLToPath } from 'node:url';
import { type Catalogue, loadMessages } from './catalogue.ts';

export const projectRoot = fileURLToPath(new URL('../../', import.meta.url));

let loaded: Catalogue | undefined;

/** Every message of the house, read once. */
export function theCatalogue(): Catalogue {
  loaded ??= loadMessages(projectRoot);
  return loaded;
}
