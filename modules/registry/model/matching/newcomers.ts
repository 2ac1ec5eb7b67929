/** What was begun before a search and is committed after it is seen by the next one, if it took no longer than this. */
const LONGEST_DEED_MS = 24 * 60 * 60 * 1_000;

/**
 * From which identifier on households may have been stated since a search: identifiers follow each other in time, and a deed under way while
 * the search read has earlier ones. Whoever is read twice for it is recognised.
 */
export function readFrom(search: string): string {
  const born = Number.parseInt(search.replaceAll('-', '').slice(0, 12), 16);
  const from = (born - LONGEST_DEED_MS).toString(16).padStart(12, '0');
  return `${from.slice(0, 8)}-${from.slice(8)}-7000-8000-000000000000`;
}
