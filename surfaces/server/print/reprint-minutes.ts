import { createHash } from 'node:crypto';
import type { ReprintMinutes } from '#modules/commissions';
import { toMinutesDocument } from './minutes-document.ts';
import { minutesForm } from './minutes-form.ts';

/** Sets sealed minutes as their print does. What sets pages is loaded by whoever asks for it: a command that never prints does not pay for it. */
export const reprintMinutes: ReprintMinutes = async (sealed, language) => {
  const { minutesPdf } = await import('#design/documents/index.ts');
  const pdf = await minutesPdf(toMinutesDocument(language, sealed));
  return { bytes: createHash('sha256').update(pdf).digest('hex'), form: minutesForm() };
};
