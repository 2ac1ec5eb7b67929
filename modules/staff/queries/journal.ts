import { z } from 'zod';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { type Place, searchJournal, searchReadings } from '#platform/audit';
import { casablancaEndOf, casablancaMidnight, toDate } from '#platform/dates';
import { territoryOf } from '#platform/permissions';
import { listNamed } from '../store/names.ts';

const PROVINCE = /^\d{2}\.\d{3}/;

const Who = z.object({
  /** `agent:…`, `partner:…` or `system:…`, as it is written. */
  actor: z.string(),
  login: z.string().optional(),
  nameFr: z.string().optional(),
  nameAr: z.string().optional(),
  role: z.string().optional(),
  /** The territory of the post it was done from; empty for the nation. */
  postTerritory: z.string().optional(),
  /** The agent whose post it is, when another acted at it. */
  actingFor: z.object({ agent: z.string(), nameFr: z.string(), nameAr: z.string() }).optional(),
});
type Who = z.output<typeof Who>;

const After = z.object({ at: z.iso.datetime(), book: z.string(), seq: z.int() });
const paging = { after: After.optional(), limit: z.int().min(1).max(500).default(50) };

const Asked = z
  .object({
    file: z.uuid().optional(),
    /** Any other subject, as it is written: `agent:…`, `sitting:…`. */
    subject: z.string().min(3).max(120).optional(),
    agent: z.uuid().optional(),
    from: z.iso.date().optional(),
    to: z.iso.date().optional(),
    ...paging,
  })
  .refine(({ file, subject, agent, from }) => file ?? subject ?? agent ?? from, 'a file, an agent or a day is needed');

const Line = z.object({ at: z.string(), subject: z.string(), territory: z.string(), who: Who });

/** Lines of the journal on a file, of an agent or of some days, within the jurisdiction, the latest first, a page at a time. */
export const journal = defineQuery({
  name: 'staff.journal',
  summary: 'The journal by file, agent and day, the latest first',
  permission: 'staff:read-journal',
  input: Asked,
  output: z.object({
    lines: z.array(Line.extend({ action: z.string(), reason: z.string().nullable() })),
    next: After.optional(),
  }),
  async run(context, asked) {
    const rows = await searchJournal(context.tx, soughtOf(context, asked));
    const whoOf = await namesOf(context, rows);
    const lines = rows.map((row) => ({ ...row, who: whoOf(row) }));
    return { lines, ...nextOf(rows, asked.limit) };
  },
});

/** `told`: what the answer said, where it is kept; `post`: the post, or the agreement, it was asked from. */
const Looked = Line.extend({ question: z.string(), shown: z.int(), told: z.string().nullable(), post: z.string().nullable() });

/** Who looked at files or searched people: of an agent, of some days, at one file or under one agreement, within the jurisdiction, the latest first. */
export const readings = defineQuery({
  name: 'staff.readings',
  summary: 'Who looked, by file, agent, day and agreement, the latest first',
  permission: 'staff:read-journal',
  input: z.union([Asked, z.strictObject({ agreement: z.uuid(), ...paging })]),
  output: z.object({ lines: z.array(Looked), next: After.optional() }),
  run: (context, asked) => readReadings(context, asked),
});

/** Who looked at one file, for those who work on it: whoever opens a file knows that it is seen. */
export const readersOfFile = defineQuery({
  name: 'staff.readers-of-file',
  summary: 'Who looked at one file, when, from which post and by which question',
  permission: 'staff:see-readers',
  input: z.object({ application: z.uuid(), question: z.string().max(80).optional(), ...paging }),
  output: z.object({ lines: z.array(Looked), next: After.optional() }),
  run: (context, { application, ...page }) => readReadings(context, { file: application, ...page }),
});

type Search = z.output<typeof Asked> & { readonly question?: string | undefined; readonly agreement?: string | undefined };

async function readReadings(context: QuestionContext, asked: Search) {
  const rows = await searchReadings(context.tx, soughtOf(context, asked));
  const whoOf = await namesOf(context, rows);
  return { lines: rows.map((row) => ({ ...row, who: whoOf(row) })), ...nextOf(rows, asked.limit) };
}

function soughtOf({ actor }: QuestionContext, { file, subject, agent, question, agreement, from, to, after, limit }: Search) {
  return {
    subject: file === undefined ? subject : `application:${file}`,
    actor: agent === undefined ? undefined : `agent:${agent}`,
    question,
    agreement,
    from: from && casablancaMidnight(toDate(from)).toString(),
    before: to && casablancaEndOf(toDate(to)).toString(),
    book: PROVINCE.exec(territoryOf(actor))?.[0],
    after,
    most: limit,
  };
}

function nextOf(rows: readonly Place[], limit: number): { next?: Place } {
  const last = rows.at(-1);
  return last && rows.length === limit ? { next: { at: last.at, book: last.book, seq: last.seq } } : {};
}

type Authored = { readonly actor: string; readonly post: string | null; readonly acting_for: string | null };

async function namesOf({ tx }: QuestionContext, rows: readonly Authored[]): Promise<(row: Authored) => Who> {
  const agents = rows.flatMap(({ actor, acting_for }) => [actor, acting_for]).flatMap(idOfAgent);
  const posts = rows.flatMap(({ post }) => (isUuid(post) ? [post] : []));
  const named = await listNamed(tx, { agents: [...new Set(agents)], posts: [...new Set(posts)] });
  const agentOf = (text: string | null) => named.agents.get(idOfAgent(text)[0] ?? '');
  return ({ actor, post, acting_for }) => {
    const agent = agentOf(actor);
    const held = named.posts.get(post ?? '');
    const other = agentOf(acting_for);
    return {
      actor,
      ...(agent ? { login: agent.login, nameFr: agent.name_fr, nameAr: agent.name_ar } : {}),
      ...(held ? { role: held.role, postTerritory: held.territory } : {}),
      ...(other ? { actingFor: { agent: other.id, nameFr: other.name_fr, nameAr: other.name_ar } } : {}),
    };
  };
}

function idOfAgent(text: string | null): string[] {
  const id = text?.startsWith('agent:') ? text.slice('agent:'.length) : null;
  return isUuid(id) ? [id] : [];
}

function isUuid(text: string | null): text is string {
  return z.uuid().safeParse(text).success;
}
