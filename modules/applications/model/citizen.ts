import type { Actor, Permission } from '#platform/permissions';

/** What holds a draft: its identifier, the digest of its code, and once it is submitted the commune it was filed in. */
export type DraftKeys = { readonly draft: string; readonly codeDigest: string; readonly commune?: string | undefined };

/**
 * The family that holds a draft: it may write this one draft, file it in the commune it lives in, and see nothing else. Built from a proof
 * that a browser carries, never from what a form says.
 */
export function citizenOf({ draft, codeDigest, commune }: DraftKeys): Actor {
  const scopes = [`${territoryOfDraft(draft)}.`, `${territoryOfCode(codeDigest)}.`, ...(commune ? [`${commune}.`] : [])];
  return { id: `citizen:${draft}`, permissions: writing, scopes };
}

/** Somebody who gives a code: sees what that code opens, if anything, and nothing else. */
export function holderOfCode(codeDigest: string): Actor {
  return { id: 'citizen', permissions: writing, scopes: [`${territoryOfCode(codeDigest)}.`] };
}

export function territoryOfDraft(draft: string): string {
  return `draft:${draft}`;
}

export function territoryOfCode(codeDigest: string): string {
  return `resume:${codeDigest}`;
}

/** Whether a deed was done by a family itself, by who did it. */
export function isHolder(actor: string): boolean {
  return actor.startsWith('citizen:');
}

const writing: ReadonlySet<Permission> = new Set<Permission>(['citizen:apply']);
