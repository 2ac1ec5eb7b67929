import { z } from 'zod';
import { lawAt } from '#law';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { toIsoDate } from '#platform/dates';
import { covers, territoryOf } from '#platform/permissions';
import {
  type ComparedBy,
  comparedBy,
  comparedYear,
  compareParts,
  type Figures,
  figuresOf,
  rateKeys,
  timeKeys,
  withholdSmall,
} from '../model/fairness.ts';
import { countCompared, listNationCompared } from '../store/comparison.ts';

const share = z.number();
const interval = { low: share, high: share };
const Rate = z.object({ key: z.enum(rateKeys), count: z.int(), of: z.int(), share, ...interval });
const Time = z.object({ key: z.enum(timeKeys), of: z.int(), median: z.number(), low: z.number(), high: z.number() });

/** Figures of a group; a figure that is not there rests on fewer files than may be shown. */
const Group = z.object({ part: z.string(), decided: z.int(), rates: z.array(Rate), times: z.array(Time) });

const Difference = z.object({
  part: z.string(),
  key: z.enum(rateKeys),
  difference: z.number(),
  ...interval,
  isApart: z.boolean(),
});

const Reason = z.object({ reason: z.string(), direction: z.enum(['favour', 'harsher']), files: z.int() });

const day = z.iso.date();

/**
 * Whether the commissions of a territory treat like files alike, between two days of sitting: the whole, group by group, and the province and the
 * nation it lies in; over the year that ends today unless other days are given. The nation is as last night counted it. Shares come with an interval of 95 %, times with that of their median; groups of fewer files than the law lets be shown are
 * only named. Nothing of a territory that the post does not cover. `byChance`: how many of the differences `compared` would be apart by chance alone.
 */
export const fairness = defineQuery({
  name: 'commissions.fairness',
  summary: 'Whether commissions treat like files alike, with intervals',
  permission: 'commissions:read',
  input: z.object({
    territory: z.string().optional(),
    between: z.object({ from: day, to: day }).optional(),
    by: z.enum(comparedBy).default('milieu'),
  }),
  output: z.object({
    ...{ territory: z.string(), from: day, to: day, by: z.enum(comparedBy), least: z.int() },
    whole: Group.optional(),
    /** The province and the nation, the nearest first. */
    above: z.array(Group.extend({ territory: z.string(), from: day, to: day })),
    groups: z.array(Group),
    withheld: z.array(z.string()),
    differences: z.array(Difference),
    ...{ compared: z.int(), apart: z.int(), byChance: z.number() },
    /** Why it was decided against the score, and for or against whom; those of too few files are taken together as `other`. */
    reasons: z.array(Reason),
  }),
  async run(context, { territory: asked, between, by }) {
    const territory = asked ?? territoryOf(context.actor);
    const least = lawAt(toIsoDate(context.today)).commissions.smallestGroup.value;
    const span = { territory, by, least, ...(between ?? comparedYear(context.today)) };
    if (!covers(context.actor, territory)) return { ...span, ...nothing };
    const isNightly = between === undefined && territory === '';
    const { days, parts } = await countParts(context, span, isNightly);
    const [whole] = (await countParts(context, { ...span, by: 'whole' }, isNightly)).parts;
    const { shown, withheld } = withholdSmall(parts, least);
    const { differences, ...chance } = compareParts(shown, least);
    return {
      ...{ ...span, ...days, ...chance, withheld: [...withheld], differences: [...differences] },
      ...(whole ? { whole: toGroup('', figuresOf(whole.counts, least)) } : {}),
      above: await figuresAbove(context, span),
      groups: shown.map(({ part, counts }) => toGroup(part, figuresOf(counts, least))),
      reasons: whole ? toReasons(whole.counts.reasons, least) : [],
    };
  },
});

const nothing = { above: [], groups: [], withheld: [], differences: [], compared: 0, apart: 0, byChance: 0, reasons: [] };

type Span = { territory: string; from: string; to: string; by: ComparedBy | 'whole'; least: number };

/** Counted now, unless it is the year of the nation and last night's counts are there. */
async function countParts({ tx }: QuestionContext, span: Span, isNightly: boolean) {
  const made = isNightly ? await listNationCompared(tx, span.by) : [];
  const [first] = made;
  if (first) return { days: { from: first.from, to: first.to }, parts: made };
  return { days: { from: span.from, to: span.to }, parts: await countCompared(tx, span) };
}

async function figuresAbove({ tx }: QuestionContext, { territory, from, to, least }: Span) {
  if (territory === '') return [];
  const [, , commune] = territory.split('.');
  const province = territory.split('.').slice(0, 2).join('.');
  const counted = commune ? await countCompared(tx, { territory: province, from, to, by: 'whole' }) : [];
  const near = counted.map(({ counts }) => ({ territory: province, from, to, counts }));
  const far = (await listNationCompared(tx, 'whole')).map((nation) => ({ ...nation, territory: '' }));
  return [...near, ...far].map(({ counts, ...place }) => ({
    ...{ territory: place.territory, from: place.from, to: place.to },
    ...toGroup('', figuresOf(counts, least)),
  }));
}

function toGroup(part: string, { decided, rates, times }: Figures): z.input<typeof Group> {
  return {
    part,
    decided,
    rates: rateKeys.flatMap((key) => (rates[key] ? [{ key, ...rates[key] }] : [])),
    times: timeKeys.flatMap((key) => (times[key] ? [{ key, ...times[key] }] : [])),
  };
}

function toReasons(counted: Readonly<Record<string, number>>, least: number): z.input<typeof Reason>[] {
  const told: z.input<typeof Reason>[] = [];
  for (const [code, files] of Object.entries(counted)) {
    const [reason = '', direction] = code.split(':') as [string, 'favour' | 'harsher'];
    const name = files < least ? 'other' : reason;
    const same = told.find((one) => one.reason === name && one.direction === direction);
    if (same) same.files += files;
    else told.push({ reason: name, direction, files });
  }
  return told.sort((one, other) => other.files - one.files);
}
