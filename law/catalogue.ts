import { z } from 'zod';

const whole = z.int().min(0);
const share = z.number().gt(0).lt(1);
const score = z.number();

/** How a waiting time is judged, in days: up to `normal` nothing is said, from `warning` the holder is told, from `late` everyone sees it. */
const clock = z
  .strictObject({ normal: whole, warning: whole, late: whole })
  .refine(({ normal, warning, late }) => normal < warning && warning < late, 'normal, warning and late must grow');

/** A letter of an operation on a list to register. */
const operation = z.enum(['ED', 'D', 'X', 'R', 'N', 'E']);

/**
 * Every number and word of the law, by topic, with the shape of its value. `perPerson` of `contributions` stands in
 * `parameters/contributions/per-person.yaml`; a file without an entry here, or an entry without a file, is refused.
 */
export const catalogue = {
  eligibility: {
    formulaInForce: z.enum(['ramed-2008', 'rsu-2022']),
    urbanIncomeLimit: whole,
    urbanIncomeOperator: z.enum(['less_than', 'at_most']),
    urbanIncomePoorLimit: whole,
    urbanLivingConditionsLimit: score,
    urbanCriteriaRequired: whole,
    communePovertyLimit: score,
    communePovertyCriterion: z.enum(['applied', 'neutralised']),
    ruralPatrimonyLimit: score,
    ruralPatrimonyPoorLimit: score,
    ruralLivingConditionsLimit: score,
    amoTadamonLimit: score,
    directAidLimit: score,
    nearLimitShare: share,
    nearLimitScore: share,
    applicantAge: whole,
  },
  applications: { draftKeptDays: whole, counterEntryDays: whole, reminderLeadDays: whole },
  household: { childAge: whole, studentAge: whole },
  identity: { compulsoryCardAge: whole },
  documents: {
    photosPerAdult: whole,
    pageMegabytes: whole,
    pagesPerPaper: whole,
    megabytesPerFile: whole,
    unclaimedDays: whole,
    keptMonths: whole,
  },
  coverage: {
    largestShareEnded: share,
    answerDays: whole,
    contestDays: whole,
    clearDays: whole,
    reviewFrom: share,
    namesKeptDays: whole,
  },
  registry: { certainFrom: share, reviewFrom: share },
  rights: {
    registrationOperations: z.strictObject({ new: operation, renewal: operation }),
    periodMonths: whole,
    renewalOpensMonths: whole,
    ageingNoticeDays: whole,
    renewalLastCallDays: whole,
    renewalReminderDays: whole,
    renewalShare: share,
  },
  cards: {
    poorValidityMonths: whole,
    vulnerableValidityMonths: whole,
    ordered: clock,
    batched: clock,
    withMaker: clock,
    made: clock,
    received: clock,
    checked: clock,
    inParcel: clock,
    rejectedProof: clock,
    atProvince: clock,
    atOffice: clock,
  },
  contributions: {
    perPerson: whole,
    householdCap: whole,
    communeShare: whole,
    noticeDays: whole,
    latePayment: z.enum(['running-year', 'refused']),
  },
  commissions: {
    institutions: z.array(z.enum(['interior', 'health', 'finance', 'entraide_nationale', 'local_authority'])).min(1),
    quorum: whole,
    minutesSignatures: whole,
    chair: z.enum(['interior', 'health', 'finance', 'entraide_nationale', 'local_authority']),
    combination: z.enum(['majority_then_chair']),
    batchSize: whole,
    batchReadingSeconds: whole,
    overridesBeforeSecond: whole,
    sampleShare: share,
    capacity: whole,
    appealInstitutions: z.array(z.enum(['interior', 'health', 'finance', 'entraide_nationale', 'local_authority'])).min(1),
    appealQuorum: whole,
    sittingsPerMonth: whole,
    appealDays: whole,
    smallestGroup: whole,
  },
  complaints: { answerDays: whole },
  notices: {
    keptDays: whole,
    segmentsPerMessage: whole,
    codeDigits: whole,
    codeMinutes: whole,
    codeTries: whole,
    codesPerDay: whole,
  },
  deadlines: {
    filed: clock,
    incomplete: clock,
    checking: clock,
    discordant: clock,
    scored: clock,
    enquiry: clock,
    scheduled: clock,
    decided: clock,
    validated: clock,
    held: clock,
    decision: clock,
    payment: clock,
    cardDelivery: clock,
    appeal: clock,
    convened: clock,
  },
  silence: { decision: z.enum(['none', 'accepted', 'refused']), decided: z.enum(['none', 'accepted']) },
} as const satisfies Record<string, Record<string, z.ZodType>>;

export type Catalogue = typeof catalogue;
export type Topic = keyof Catalogue;

/** How sure we are: seen in an official text or site; reported by press or inferred; invented by us to be replaced by the owner. */
export const Status = z.enum(['official', 'unverified', 'illustrative']);
export type Status = z.infer<typeof Status>;
