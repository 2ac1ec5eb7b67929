import { z } from 'zod';

/** The wire of a register, as its interface manual states it (README.md). The stand-in refuses what the manual does not allow. */
export const CheckRequest = z.object({
  envelope: z.uuid(),
  sent_at: z.iso.datetime({ offset: true }),
  subjects: z
    .array(
      z.object({
        ref: z.string().min(1).max(100),
        cnie: z.string().max(20).optional(),
        names: z.object({ fr: personName().optional(), ar: personName().optional() }),
        birth_date: z.iso.date(),
        sex: z.enum(['F', 'M']),
      }),
    )
    .min(1)
    .max(1000),
});
export type CheckRequest = z.infer<typeof CheckRequest>;
export type Subject = CheckRequest['subjects'][number];

export const TellerPayment = z.object({
  notice: z.string().min(1).max(60),
  amount_centimes: z.int().positive(),
  teller: z.string().min(1).max(60),
});
export type TellerPayment = z.infer<typeof TellerPayment>;

export const Switches = z.object({
  mode: z.enum(['up', 'down', 'slow', 'nonsense', 'half', 'error']),
  latency_ms: z.int().min(0).max(600_000).optional(),
  failure_rate: z.number().min(0).max(1).default(1),
  seed: z.int().min(0).default(1),
  for_ms: z.int().positive().optional(),
});
export type Switches = z.input<typeof Switches>;

export type IdentityAnswer =
  | { ref: string; found: false }
  | {
      ref: string;
      found: true;
      names: Subject['names'];
      birth_date: string;
      sex: Subject['sex'];
      vital_status: 'alive' | 'deceased';
      died_on?: string;
    };

export type CoverAnswer = { ref: string; periods: readonly CoverPeriod[] };
export type CoverPeriod = {
  scheme: 'cnss' | 'cnops' | 'students' | 'art114';
  from: string;
  to?: string;
  role: 'insured' | 'dependant';
};

function personName() {
  return z.object({ family: z.string().min(1).max(200), given: z.string().min(1).max(200) });
}

/** Where and by which rule a request breaks the manual; never the value, which may be a person's. */
export function toComplaint(error: z.ZodError): { place: string; rule: string } {
  const issue = error.issues[0];
  const place = (issue?.path ?? []).map((step) => (typeof step === 'number' ? `[${step}]` : `.${String(step)}`)).join('');
  return { place: place.replace(/^\./, ''), rule: issue?.code ?? 'invalid' };
}
