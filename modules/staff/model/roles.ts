import type { Permission } from '#platform/permissions';

/** The posts of the scheme and what each may do: the permission matrix is this table, read aloud. */
export const roles = {
  'counter-agent': [
    'applications:enter',
    'applications:correct',
    'applications:check-papers',
    'applications:read',
    'verifications:read',
    'verifications:ask-identity',
    'documents:read',
    'documents:add',
    'commissions:take-appeals',
    'complaints:read',
    'registry:search',
    'staff:see-readers',
  ],
  'verification-officer': [
    'applications:read',
    'applications:correct',
    'registry:search',
    'verifications:read',
    'verifications:settle',
    'verifications:ask-identity',
    'documents:read',
    'staff:see-readers',
  ],
  'commission-secretary': [
    'applications:read',
    'verifications:read',
    'commissions:prepare',
    'commissions:hold',
    'commissions:record',
    'commissions:sign',
    'commissions:read',
    'commissions:see-enquiries',
    'staff:see-readers',
  ],
  'commission-member': ['applications:read', 'commissions:read', 'commissions:sign', 'commissions:see-enquiries'],
  'field-agent': [
    'applications:read',
    'documents:read',
    'documents:add',
    'commissions:enquire',
    'commissions:see-enquiries',
    'staff:see-readers',
  ],
  'provincial-officer': [
    'applications:read',
    'applications:answer-escalations',
    'verifications:read',
    'documents:read',
    'commissions:read',
    'commissions:validate',
    'commissions:examine-appeal',
    'commissions:seat-members',
    'commissions:see-enquiries',
    'complaints:read',
    'complaints:answer',
    'registry:search',
    'staff:see-readers',
  ],
  'appeals-secretary': [
    'applications:read',
    'verifications:read',
    'documents:read',
    'commissions:hold',
    'commissions:hear-appeals',
    'commissions:sign',
    'commissions:examine-appeal',
    'commissions:read',
    'commissions:see-enquiries',
    'staff:see-readers',
  ],
  'registration-officer': [
    'applications:read',
    'applications:answer-escalations',
    'registry:search',
    'entitlements:read',
    'entitlements:ask-right',
    'entitlements:register',
    'coverage:read',
    'coverage:read-lists',
    'coverage:judge-lists',
    'cards:read',
    'staff:see-readers',
  ],
  'card-officer': ['cards:read', 'cards:revoke', 'entitlements:read'],
  'finance-officer': ['contributions:read', 'entitlements:read'],
  'exchange-officer': ['applications:receive-batch', 'applications:read', 'exchange:read', 'coverage:read-lists'],
  auditor: [
    'applications:read',
    'commissions:read',
    'entitlements:read',
    'contributions:read',
    'cards:read',
    'coverage:read-lists',
    'exchange:read',
    'complaints:read',
    'notices:read',
    'staff:read-journal',
    'staff:see-readers',
  ],
  'province-administrator': ['staff:read', 'staff:administer', 'territory:administer', 'staff:read-journal', 'staff:see-readers'],
  administrator: [
    'staff:read',
    'staff:administer',
    'territory:administer',
    'staff:read-journal',
    'staff:see-readers',
    'notices:read',
  ],
} as const satisfies Record<string, readonly Permission[]>;

export type Role = keyof typeof roles;

export function isRole(text: string): text is Role {
  return Object.hasOwn(roles, text);
}

export function permissionsOf(role: Role): ReadonlySet<Permission> {
  return new Set<Permission>(roles[role]);
}
