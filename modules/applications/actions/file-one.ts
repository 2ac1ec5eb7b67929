import type { Declaration } from '#modules/eligibility';
import type { DeedContext } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { refuse } from '#platform/refusals';
import { applicationNumber } from '../model/application-number.ts';
import { type ContactRow, keepContact } from '../store/contacts.ts';
import { insertApplications, takeSequence } from '../store/intake.ts';
import { toFiledRow } from './filed-row.ts';
import { stateFamilies } from './state-families.ts';

export type Contact = Omit<ContactRow, 'application_id' | 'territory' | 'changed_at'>;

type OneFiling = {
  /** Given by the device that typed it, when one did. */
  readonly id?: string;
  readonly kind?: 'new' | 'renewal';
  readonly sender: string;
  readonly reference: string;
  readonly declaration: Declaration;
  readonly contact: Contact;
};

/**
 * Files one declaration that was held to every rule: gives it a number, keeps how the family may be reached, and enters the family in the
 * register, where a counter finds it by name from then on. Refuses an identifier that a request has already. Whoever calls holds the lock of filing and has looked for an open request.
 */
export async function fileOne(context: DeedContext, { contact, declaration, ...filing }: OneFiling) {
  const { tx, now } = context;
  const [sequence = 0] = await takeSequence(tx, 1);
  const number = applicationNumber(context.today.year, sequence);
  const digest = digestOf(declaration as Json);
  const row = toFiledRow(context, { ...filing, number, batch: null, declaration, digest });
  // The identifier may be of a request that whoever calls does not see.
  if ((await insertApplications(tx, [row], context.actor.id)) === 0) return refuse('identifier-used', { place: 'application' });
  await keepContact(tx, { ...contact, application_id: row.id, territory: row.territory, changed_at: now.toString() });
  await stateFamilies(context, [row]);
  context.journal({ subject: `application:${row.id}`, territory: row.territory, after: digest });
  return { application: row.id as string, number, territory: row.territory, digest };
}
