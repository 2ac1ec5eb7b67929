import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type Language, languageCodes } from './languages.ts';

/** Every message of the house by language and full key: `applications.refusal.head-under-18`. */
export type Catalogue = Readonly<Record<Language, ReadonlyMap<string, string>>>;

/** Whose messages go to telephones: there a space that holds words together makes every letter cost twice. */
const ON_TELEPHONES = 'notices';

/** The folder of messages of one owner, and the prefix its keys get. */
type Shelf = { readonly prefix: string; readonly folder: string };

/**
 * Reads `modules/*`, `platform/*`, `surfaces/*` (prefixed by the folder's name) and `design` from `messages/{ar,fr,zgh,en}.json` under the root.
 * A folder in `messages` is a shelf of its own: `surfaces/portal/messages/apply/fr.json` gives `portal.apply.…`.
 * A module without messages is fine; a file that is not flat strings throws, naming the file.
 */
export function loadMessages(root: string): Catalogue {
  const catalogue: Record<Language, Map<string, string>> = { ar: new Map(), fr: new Map(), zgh: new Map(), en: new Map() };
  for (const { prefix, folder } of shelvesUnder(root)) {
    for (const language of languageCodes) {
      for (const [key, message] of readShelf(join(folder, `${language}.json`)))
        catalogue[language].set(
          `${prefix}.${key}`,
          language === 'fr' && prefix !== ON_TELEPHONES ? keepTogether(message) : message,
        );
    }
  }
  return catalogue;
}

function shelvesUnder(root: string): Shelf[] {
  const owned = ['platform', 'modules', 'surfaces'].flatMap((area) =>
    foldersIn(join(root, area)).map((name) => ({ prefix: name, folder: join(root, area, name, 'messages') })),
  );
  return [...owned, { prefix: 'design', folder: join(root, 'design', 'messages') }].flatMap((shelf) => [
    ...(existsSync(shelf.folder) ? [shelf] : []),
    ...foldersIn(shelf.folder).map((name) => ({ prefix: `${shelf.prefix}.${name}`, folder: join(shelf.folder, name) })),
  ]);
}

function foldersIn(area: string): string[] {
  if (!existsSync(area)) return [];
  return readdirSync(area, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

function readShelf(file: string): [string, string][] {
  if (!existsSync(file)) return [];
  const messages: unknown = JSON.parse(readFileSync(file, 'utf8'));
  if (typeof messages !== 'object' || messages === null) throw new Error(`messages-not-an-object: ${file}`);
  return Object.entries(messages).map(([key, message]) => {
    if (typeof message !== 'string') throw new Error(`message-not-text: ${file} ${key}`);
    return [key, message];
  });
}

/** A line never ends before a French sign that stands apart from its word, nor after one that opens. */
function keepTogether(message: string): string {
  return message.replace(/ (?=[:;?!»%])/g, '\u00a0').replace(/« /g, '«\u00a0');
}
