import { expect, test } from 'vitest';
import { form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { toDate } from '#platform/dates';
import { population } from '../../../../modules/applications/testing/population/index.ts';
import { readEntry } from '../entry/read-entry.ts';
import type { EntryDraft } from '../entry/use-entry.ts';
import { draftOfDossier } from './review-draft.ts';

const contact = { phone: '+212612345678', address: '12, rue 4', wants_notices: true };

test('what a code says stands in the form of the counter as it was declared, for every family', () => {
  const options = { households: 200, seed: 'review', filedFrom: '2026-11-01', filedTo: '2026-11-20', errors: 'none' } as const;
  for (const { declaration: stated } of population(options)) {
    const declaration = asTheFormAsks(stated);
    const read = { number: '202600000018', language: 'fr', declaration, contact } as const;
    const { typed, origin } = draftOfDossier('one', read, 0).content as EntryDraft;
    const { answers } = readEntry(typed, toDate(declaration.filed_on));
    const again = form.toDeclaration({ answers, today: toDate(declaration.filed_on) }, true);
    expect(again).toEqual({ declaration });
    expect(form.valueAt(answers, 'contact')).toEqual(contact);
    expect(origin?.number).toBe('202600000018');
  }
});

/** A batch may say more than the form asks this household; a dossier is printed of what the form asked. */
function asTheFormAsks(declaration: Declaration): Declaration {
  const made = form.toDeclaration({ answers: form.answersOf(declaration), today: toDate(declaration.filed_on) }, true);
  if ('problems' in made) throw new Error(JSON.stringify(made.problems));
  return made.declaration;
}
