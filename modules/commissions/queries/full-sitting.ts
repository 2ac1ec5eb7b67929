import { z } from 'zod';
import { outcomes, reasonCodes } from '../model/decision.ts';
import { foundCodes, points } from '../model/enquiry.ts';
import { institutions, seats } from '../model/members.ts';

const Names = z.object({ fr: z.string(), ar: z.string() });
const ScriptName = z.object({ family: z.string(), given: z.string() });
const Outcome = z.enum(outcomes);
const Institution = z.enum(institutions);

const Member = z.object({
  id: z.string(),
  institution: Institution,
  seat: z.enum(seats),
  nameFr: z.string(),
  nameAr: z.string(),
  presence: z.enum(['present', 'left', 'absent']),
  /** Since when the member is there, or away. */
  since: z.string().optional(),
  hasAccount: z.boolean(),
  hasSigned: z.boolean(),
  signed: z.object({ way: z.enum(['second-factor', 'paper']), at: z.string() }).optional(),
  /** Whoever asks. */
  isYou: z.boolean(),
});

const Opinion = z.object({ institution: Institution, member: z.string(), outcome: Outcome, words: z.string().optional() });

export const Ruling = z.object({
  id: z.string(),
  sequence: z.int(),
  outcome: Outcome,
  reason: z.enum(reasonCodes),
  remark: z.string().optional(),
  againstScore: z.boolean(),
  batch: z.int().optional(),
  opinions: z.array(Opinion),
  combinedBy: z.string().optional(),
  enquiry: z.object({ question: z.string(), points: z.array(z.string()), dueOn: z.string() }).optional(),
  ruledAt: z.string(),
  needsSecond: z.boolean(),
  seconded: z.string().optional(),
});

export const Ground = z.enum(['own-family', 'declared', 'decided-first']);

const FullFile = z.object({
  application: z.string(),
  position: z.int(),
  number: z.string(),
  names: z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() }),
  birthDate: z.string(),
  sex: z.enum(['F', 'M']).optional(),
  maritalStatus: z.string().optional(),
  milieu: z.enum(['urban', 'rural']),
  persons: z.int(),
  children: z.int(),
  territory: z.string(),
  filedOn: z.string(),
  proposal: z.enum(['poor', 'vulnerable', 'not_eligible']),
  isConcordant: z.boolean(),
  isNearLimit: z.boolean(),
  formula: z.string().optional(),
  isIllustrative: z.boolean(),
  conditions: z.array(
    z.object({ key: z.string(), value: z.number().nullable(), limit: z.number(), unit: z.string(), met: z.boolean().nullable() }),
  ),
  /** The six answers that weigh most, the heaviest first. */
  weights: z.array(z.object({ key: z.string(), points: z.number(), answer: z.number().nullable() })),
  checks: z.array(
    z.object({ partner: z.string(), state: z.enum(['asked', 'answered', 'silent']), answeredAt: z.string().optional() }),
  ),
  alerts: z.array(
    z.object({ kind: z.enum(['same-phone', 'same-address', 'difference-settled', 'difference-known']), count: z.int() }),
  ),
  papers: z.object({ present: z.int(), needed: z.int() }),
  /** Why it came back: what an earlier sitting said of it. */
  before: z
    .object({
      kind: z.enum(['adjourned', 'returned', 'enquiry']),
      reason: z.string(),
      words: z.string().optional(),
      on: z.string(),
    })
    .optional(),
  enquiry: z
    .object({
      question: z.string(),
      points: z.array(z.enum(points)),
      answeredAt: z.string(),
      findings: z.object({
        points: z.array(z.object({ point: z.enum(points), found: z.enum(foundCodes), words: z.string().optional() })),
        met: z.string(),
        visitedOn: z.string(),
      }),
      words: z.string().optional(),
    })
    .optional(),
  recused: z.array(z.object({ member: z.string(), ground: Ground })),
  writtenOpinions: z.array(z.object({ institution: Institution, outcome: Outcome, words: z.string(), receivedOn: z.string() })),
  ruling: Ruling.optional(),
});
export type FullFile = z.input<typeof FullFile>;

/** A sitting, its room and its files in one answer: what a screen needs to go on without a network. */
export const FullSitting = z.object({
  /** Another after each deed on the sitting: `commissions.sitting-pulse` tells when to ask again. */
  mark: z.string(),
  /** When this was read, by the clock that the minutes go by. */
  now: z.string(),
  sitting: z.object({
    id: z.string(),
    number: z.string(),
    kind: z.enum(['cpl', 'cpp']),
    territory: z.string(),
    commission: Names,
    heldOn: z.string(),
    startsAt: z.string().optional(),
    place: Names.optional(),
    state: z.enum(['convened', 'agenda_frozen', 'open', 'sealed', 'validated']),
    openedAt: z.string().optional(),
    sealedAt: z.string().optional(),
    minutesDigest: z.string().optional(),
  }),
  members: z.array(Member),
  /** The scans of the minutes that were signed on paper. */
  signedPapers: z.array(z.object({ page: z.string(), at: z.string() })),
  quorum: z.object({ needed: z.int(), present: z.int(), reached: z.boolean(), absent: z.array(Institution) }),
  rules: z.object({
    institutions: z.array(Institution),
    chair: Institution,
    quorum: z.int(),
    combination: z.string(),
    batchSize: z.int(),
    readingSeconds: z.int(),
    overridesBeforeSecond: z.int(),
    capacity: z.int(),
  }),
  files: z.array(FullFile),
  counts: z.object({ files: z.int(), decided: z.int(), againstScore: z.int(), awaitingSecond: z.int() }),
});
export type FullSitting = z.input<typeof FullSitting>;
