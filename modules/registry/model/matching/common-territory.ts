/** Whose matter two places are together: the province both lie in, or the nation. */
export function commonTerritory(one: string, other: string): string {
  const [segments, others] = [one.split('.'), other.split('.')];
  const shared = segments.findIndex((segment, at) => segment !== others[at]);
  return shared === -1 ? one : segments.slice(0, shared).join('.');
}
