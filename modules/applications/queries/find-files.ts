import { z } from 'zod';
import { requestsNaming } from '#modules/registry';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { mayDo, territoryOf } from '#platform/permissions';
import { readSearch, type Understood } from '../model/search-text.ts';
import { listBriefFiles, listIdsByCards, listIdsByNumber, listIdsByPhone } from '../store/finding.ts';
import { Brief, bearersOf, Person, toBrief } from './found-file.ts';

/** As many as fit on a screen; beyond, another word or a year tells more than a longer list. */
const MOST = 20;

const Understanding = z.object({
  /** `name-not-allowed`: this post looks for nobody by name. */
  kind: z.enum(['number', 'slipped', 'card', 'phone', 'name', 'name-not-allowed']),
  value: z.string(),
  bornFrom: z.iso.date().optional(),
  bornTo: z.iso.date().optional(),
});

const Match = z.object({
  by: z.enum(['number', 'card', 'phone', 'name']),
  likeness: z.enum(['written', 'sound', 'slip']).optional(),
  person: Person.optional(),
});

/**
 * Files of the jurisdiction by whatever is at hand: the number in any spacing, a national card, a telephone, or a name in either script and
 * any spelling, with a year of birth if one is known. Says how the text was understood.
 */
export const findFiles = defineQuery({
  name: 'applications.find-files',
  summary: 'Files by number, national card, telephone or name in either script',
  permission: 'applications:read',
  input: z.object({ text: z.string().trim().min(1).max(160) }),
  output: z.object({
    understood: z.array(Understanding),
    files: z.array(Brief.extend({ matched: Match })),
    /** There are more than these. */
    more: z.boolean(),
  }),
  noted: ({ files }, asked, actor) => [
    { subject: `search:${digestOf(asked)}`, territory: territoryOf(actor), shown: files.length },
  ],
  async run(context, { text }) {
    const read = readSearch(text).map((one) =>
      one.kind === 'name' && !mayDo(context.actor, 'registry:search') ? deaf(one) : one,
    );
    const hits: Hit[] = [];
    for (const understood of read) hits.push(...(await hitsOf(context, understood)));
    const rows = await listBriefFiles(
      context.tx,
      hits.map(({ id }) => id),
    );
    const byId = new Map(rows.map((row) => [row.id, row]));
    const seen = new Set<string>();
    const files = hits.flatMap(({ id, matched }) => {
      const row = byId.get(id);
      if (!row || seen.has(id)) return [];
      seen.add(id);
      return [{ ...toBrief(row), matched }];
    });
    return { understood: [...read], files: files.slice(0, MOST), more: files.length > MOST };
  },
});

type Hit = { readonly id: string; readonly matched: z.input<typeof Match> };
type Deaf = { readonly kind: 'name-not-allowed'; readonly value: string };

function deaf({ value }: Understood): Deaf {
  return { kind: 'name-not-allowed', value };
}

async function hitsOf(context: QuestionContext, understood: Understood | Deaf): Promise<readonly Hit[]> {
  const { tx } = context;
  const { kind, value } = understood;
  const asHits = (ids: readonly string[], by: 'number' | 'card' | 'phone') => ids.map((id) => ({ id, matched: { by } }));
  if (kind === 'number') return asHits(await listIdsByNumber(tx, value), kind);
  if (kind === 'phone') return asHits(await listIdsByPhone(tx, value, MOST + 1), kind);
  if (kind === 'card') return asHits(await idsOfCard(context, value), kind);
  return kind === 'name' ? hitsOfName(context, understood) : [];
}

/** The files where somebody bears the card as a head or a spouse first, then where as anybody else. */
async function idsOfCard({ tx }: QuestionContext, card: string): Promise<readonly string[]> {
  const adults = await listIdsByCards(tx, [card], MOST + 1);
  const others = await requestsNaming(tx, [card], MOST + 1);
  return [...new Set([...adults.map(({ id }) => id), ...others.map(({ request }) => request)])];
}

async function hitsOfName(context: QuestionContext, { value, bornFrom, bornTo }: Extract<Understood, { kind: 'name' }>) {
  const { persons } = await bearersOf(context, { name: value, bornFrom, bornTo, most: MOST + 1 });
  return persons.flatMap(({ requests, likeness, names, birthDate, cnie }) =>
    requests.map((id) => ({ id, matched: { by: 'name' as const, likeness, person: { names, birthDate, cnie } } })),
  );
}
