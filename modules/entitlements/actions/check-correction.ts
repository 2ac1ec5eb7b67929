import { isCardOfAnother, listEverStated } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import { type Refusal, refuse } from '#platform/refusals';
import { type Corrected, type CorrectionFault, faultOfCorrection } from '../model/correction.ts';
import type { MemberWords } from '../model/stated-change.ts';
import { listPresentMembersForUpdate } from '../store/beneficiaries.ts';
import type { RegistrationRow } from '../store/tables.ts';

/** A member in the words of today; undefined where the family states nobody of that name. */
export async function findWords(
  { tx }: Pick<DeedContext, 'tx'>,
  family: Pick<RegistrationRow, 'request_id'>,
  person: string | null | undefined,
): Promise<MemberWords | undefined> {
  const found = (await listEverStated(tx, [family.request_id])).find(({ personId }) => personId === person);
  if (!found) return undefined;
  const { names, sex, birthDate, cnie } = found;
  return { names, sex, birthDate, ...(cnie === undefined ? {} : { cnie }) };
}

/** Holds a member's new words against the family as it is now: asked when it is told, and again when it is accepted, since others may have come meanwhile. */
export async function checkCorrection(
  { tx, today }: DeedContext,
  family: RegistrationRow,
  { person, corrected }: { readonly person: string; readonly corrected: Corrected },
): Promise<Refusal<CorrectionFault | 'person-unknown'> | undefined> {
  const stated = await listEverStated(tx, [family.request_id]);
  const member = stated.find(({ personId }) => personId === person);
  if (!member) return refuse('person-unknown', { place: 'person' });
  const periods = await listPresentMembersForUpdate(tx, [family.number]);
  return faultOfCorrection(member, corrected, { stated, periods, today: today.toString() });
}

/** Refuses a national card that another person of the register bears: whether they are one is for the review of duplicates to say. */
export async function checkCard(
  { tx, now }: DeedContext,
  person: string,
  { was, now: { cnie } }: Corrected,
): Promise<Refusal<'card-of-another'> | undefined> {
  if (cnie === undefined || cnie === was.cnie) return undefined;
  const isTaken = await isCardOfAnother(tx, { cnie, person }, now.toString());
  return isTaken ? refuse('card-of-another', { place: 'correction.cnie' }) : undefined;
}
