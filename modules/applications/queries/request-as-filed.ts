import { z } from 'zod';
import { Declaration } from '#modules/eligibility';
import { defineQuery } from '#platform/actions';
import { findApplication } from '../store/applications.ts';
import { findContact } from '../store/contacts.ts';

const Contact = z.object({
  phone: z.string().optional(),
  email: z.string().optional(),
  address: z.string().optional(),
  wants_notices: z.boolean(),
});

/** A request as its family sent it: what it declared, and how it said it may be reached. One that came in a batch has no contact. */
export const requestAsFiled = defineQuery({
  name: 'applications.request-as-filed',
  summary: 'A request as its family sent it, with how it may be reached',
  permission: 'applications:read',
  internal: true,
  input: z.object({ application: z.uuid() }),
  output: z.object({
    filed: z.object({ territory: z.string(), declaration: Declaration, contact: Contact.optional() }).optional(),
  }),
  noted: ({ filed }, { application }) => (filed ? [{ subject: `application:${application}`, territory: filed.territory }] : []),
  async run({ tx }, { application }) {
    const file = await findApplication(tx, application);
    if (!file) return {};
    const contact = await findContact(tx, application);
    return {
      filed: { territory: file.territory, declaration: file.declaration, ...(contact ? { contact: toContact(contact) } : {}) },
    };
  },
});

type Row = NonNullable<Awaited<ReturnType<typeof findContact>>>;

function toContact({ phone, email, address, wants_notices }: Row): z.input<typeof Contact> {
  const given = Object.fromEntries(Object.entries({ phone, email, address }).filter(([, value]) => value !== null));
  return { ...given, wants_notices };
}
