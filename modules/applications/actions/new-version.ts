import type { Declaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { type Refusal, refuse } from '#platform/refusals';
import { adultCards } from '../model/adult-cards.ts';
import type { Change } from '../model/correction.ts';
import { listPassages } from '../store/applications.ts';
import { hasOpenRequest } from '../store/drafts.ts';
import { lockFiling } from '../store/intake.ts';
import type { ApplicationRow } from '../store/tables.ts';
import { insertVersions, listVersions, updateDeclaration, type VersionRow } from '../store/versions.ts';
import { stateFamilies } from './state-families.ts';

type NewVersion = { readonly declaration: Declaration; readonly changes: readonly Change[]; readonly reason: string };

/**
 * Makes what was corrected the newest version of a request; the one before is kept for ever, the register learns what is stated now. Refused
 * when a card that is new in it stands in another open request.
 */
export async function newVersion(
  context: DeedContext,
  file: ApplicationRow,
  { declaration, changes, reason }: NewVersion,
): Promise<{ readonly version: number; readonly digest: string } | Refusal<'open-request'>> {
  if (await hasCardElsewhere(context, file, declaration)) {
    return refuse('open-request', { place: 'members', facts: { known: 'elsewhere', number: '' } });
  }
  const digest = digestOf(declaration as Json);
  const before = await listVersions(context.tx, file.id);
  const first = before.length === 0 ? [await firstVersion(context, file)] : [];
  const version = (before.at(-1)?.version ?? 1) + 1;
  const row = {
    ...{ application_id: file.id, version, territory: file.territory, declaration, declaration_digest: digest },
    ...{ made_at: context.now.toString(), made_by: context.actor.id, post: context.actor.post ?? null, reason, changes },
  };
  await insertVersions(context.tx, [...first, row]);
  await updateDeclaration(context.tx, file, { declaration, digest });
  await stateFamilies(context, [{ ...file, declaration }]);
  const subject = `application:${file.id}`;
  context.journal({ subject, territory: file.territory, before: file.declaration_digest, after: digest, reason });
  return { version, digest };
}

/** A card may have been typed wrong, and be another family's: it is looked for like the cards of a new request. */
async function hasCardElsewhere({ tx }: DeedContext, file: ApplicationRow, declaration: Declaration): Promise<boolean> {
  const own = new Set(file.adult_cards);
  const cards = adultCards(declaration.members).flatMap(({ cnie }) => (own.has(cnie) ? [] : [cnie]));
  if (cards.length === 0) return false;
  await lockFiling(tx);
  return hasOpenRequest(tx, cards);
}

/** What was filed, with who filed it. */
async function firstVersion({ tx }: DeedContext, file: ApplicationRow): Promise<VersionRow> {
  const [filed] = await listPassages(tx, file.id);
  return {
    ...{ application_id: file.id, version: 1, territory: file.territory },
    ...{ declaration: file.declaration, declaration_digest: file.declaration_digest },
    ...{ made_at: filed?.at ?? file.since, made_by: filed?.actor ?? file.sender, post: null, reason: null, changes: [] },
  };
}
