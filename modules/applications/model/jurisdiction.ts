import { communesOfProvince, findProvince, provincesOfRegion } from '#modules/territory';

type ProvinceCode = Parameters<typeof communesOfProvince>[0];
type RegionCode = Parameters<typeof provincesOfRegion>[0];

/**
 * The communes that the scopes of a post cover, for questions that an index must answer: it knows equality, not prefixes. Undefined for the
 * nation. What they are is told by the scopes alone; row-level security holds all the same.
 */
export function communesWithin(scopes: readonly string[]): readonly string[] | undefined {
  if (scopes.includes('*')) return undefined;
  return [...new Set(scopes.flatMap(communesOf))];
}

function communesOf(scope: string): readonly string[] {
  const parts = scope.split('.').filter((part) => part !== '');
  const provinces =
    parts.length === 1 ? provincesOfRegion(parts[0] as RegionCode).map(({ code }) => code) : [parts.slice(0, 2).join('.')];
  return provinces
    .filter((code) => findProvince(code) !== undefined)
    .flatMap((code) => communesOfProvince(code as ProvinceCode))
    .map(({ code }): string => code)
    .filter((code) => `${code}.`.startsWith(scope));
}
