import { z } from 'zod';

/** A code of `territory/communes.csv`; its first two digits are one of the twelve regions. That the commune exists is asked of `territory`. */
export const CommuneCode = z
  .string()
  .regex(/^(0[1-9]|1[0-2])\.\d{3}\.\d{2}\.\d{1,2}$/)
  .brand('CommuneCode');
export type CommuneCode = z.infer<typeof CommuneCode>;

/** National card number in upper case without spaces. The published grammars disagree, so this is the widest that all of them fit. */
export const Cnie = z
  .string()
  .max(24)
  .overwrite((text) => text.replace(/\s+/g, '').toUpperCase())
  .regex(/^[A-Z]{1,2}\d{1,7}$/)
  .brand('Cnie');
export type Cnie = z.infer<typeof Cnie>;
