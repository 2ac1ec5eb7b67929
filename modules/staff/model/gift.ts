import { type Actor, covers, type Permission } from '#platform/permissions';
import { permissionsOf, type Role } from './roles.ts';

/** The posts of counters, hospitals and provinces: an administrator below the nation gives these and no others. */
const rolesOfProvinces: ReadonlySet<Role> = new Set<Role>([
  'counter-agent',
  'verification-officer',
  'commission-secretary',
  'commission-member',
  'field-agent',
  'provincial-officer',
  'appeals-secretary',
  'hospital-desk',
]);

/** Whether an administrator may give, end or lend such a post. */
export function mayGive(
  administrator: Actor,
  { role, territory }: { readonly role: string; readonly territory: string },
): boolean {
  if (administrator.scopes.includes('*')) return true;
  return rolesOfProvinces.has(role as Role) && territory !== '' && covers(administrator, territory);
}

/** What one person must not do on both sides of: who decides does not validate, nor register, nor hear the appeal; who registers takes no money. */
const apart: readonly (readonly [Permission, Permission])[] = [
  ['commissions:record', 'commissions:validate'],
  ['commissions:record', 'entitlements:register'],
  ['commissions:validate', 'entitlements:register'],
  ['commissions:record', 'commissions:hear-appeals'],
  ['commissions:validate', 'commissions:hear-appeals'],
  ['entitlements:register', 'contributions:record-payment'],
  ['applications:check-papers', 'commissions:record'],
];

/** Whether two posts are not for one person where their territories overlap. */
export function areKeptApart(
  one: { readonly role: Role; readonly territory: string },
  other: { readonly role: Role; readonly territory: string },
): boolean {
  if (!doOverlap(one.territory, other.territory)) return false;
  const [may, mayAlso] = [permissionsOf(one.role), permissionsOf(other.role)];
  return apart.some(([left, right]) => (may.has(left) && mayAlso.has(right)) || (may.has(right) && mayAlso.has(left)));
}

function doOverlap(one: string, other: string): boolean {
  if (one === '' || other === '') return true;
  return `${one}.`.startsWith(`${other}.`) || `${other}.`.startsWith(`${one}.`);
}
