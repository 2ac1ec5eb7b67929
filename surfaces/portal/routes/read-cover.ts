import { casesOfFamily } from '#modules/coverage';
import { today } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import { scopeOf } from '#platform/permissions';
import type { House } from '../../house.ts';
import { type FamilyCase, isAnswerable } from '../views/cover.ts';
import type { FoundFile } from './who-may-read-file.ts';

/** The family reads and answers for itself alone. */
export function familyActor({ id, territory }: FoundFile) {
  const permissions = new Set(['coverage:read', 'coverage:answer-cases'] as const);
  return { id: `citizen:${id}`, permissions, scopes: [scopeOf(territory)] };
}

/** The double registrations that this family was told of. */
export async function readCases(house: House, file: FoundFile): Promise<readonly FamilyCase[]> {
  const asked = await house.desk.ask(casesOfFamily, { application: file.id }, { actor: familyActor(file) });
  return expectDone(asked, casesOfFamily.name).cases;
}

/** Whether the page of a request leads to this one: to answer, or to see. */
export async function readCoverLink(house: House, file: FoundFile): Promise<{ readonly cover?: 'answer' | 'see' }> {
  const cases = await readCases(house, file);
  if (cases.length === 0) return {};
  return { cover: cases.some((one) => isAnswerable(one, today(house.clock))) ? 'answer' : 'see' };
}
