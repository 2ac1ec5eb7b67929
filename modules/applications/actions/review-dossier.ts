import type { Declaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { toDate } from '#platform/dates';
import { normaliseTyped } from '#platform/numbers';
import { type Refusal, refuse } from '#platform/refusals';
import { changesBetween, correctable } from '../model/correction.ts';
import { toDeclaration } from '../model/form/index.ts';
import { findByNumber } from '../store/applications.ts';
import { keepContact } from '../store/contacts.ts';
import type { ApplicationRow } from '../store/tables.ts';
import { findApplicationForUpdate } from '../store/versions.ts';
import { brokenAnswers, type Entry } from './counter-entry.ts';
import type { Contact } from './file-one.ts';
import { newVersion } from './new-version.ts';

const REASON = 'reviewed-at-counter';

/**
 * Reviews the request that a dossier was printed of, when it is one of the jurisdiction: it keeps its number and its day of deposit, what
 * the counter saw otherwise is a correction. Nothing for an entry that comes from paper, or from a dossier that nobody sent.
 */
export async function reviewDossier(context: DeedContext, entry: Entry, contact: Contact) {
  if (entry.origin.kind !== 'dossier') return undefined;
  const found = await findByNumber(context.tx, normaliseTyped(entry.origin.number));
  const file = found && (await findApplicationForUpdate(context.tx, found.id));
  if (!file) return undefined;
  if (!correctable[file.state]) return refuse('not-correctable', { place: 'origin', facts: { state: file.state } });
  const declaration = declarationIn(entry, file);
  if ('refused' in declaration) return declaration;
  const changes = changesBetween(file.declaration, declaration);
  const reviewed =
    changes.length > 0 ? await newVersion(context, file, { declaration, changes, reason: REASON }) : noteUnchanged(context, file);
  if ('refused' in reviewed) return reviewed;
  await keepContact(context.tx, {
    ...{ ...contact, application_id: file.id, territory: file.territory, changed_at: context.now.toString() },
  });
  return { application: file.id, number: file.number, territory: file.territory, digest: reviewed.digest };
}

function declarationIn({ answers, declaredOnHonour }: Entry, file: ApplicationRow): Declaration | Refusal<'broken-answers'> {
  const made = toDeclaration({ answers, today: toDate(file.filed_on) }, declaredOnHonour);
  if ('problems' in made) return brokenAnswers(made.problems);
  if (made.declaration.commune === file.territory) return made.declaration;
  return refuse('broken-answers', { place: 'commune/commune', facts: { rule: 'not-as-declared', problems: 1 } });
}

function noteUnchanged(context: DeedContext, { id, territory, declaration_digest: digest }: ApplicationRow) {
  context.journal({ subject: `application:${id}`, territory, before: digest, after: digest, reason: REASON });
  return { digest };
}
