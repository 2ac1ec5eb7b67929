import { z } from 'zod';
import { Cnie, CommuneCode, Declaration } from '#modules/eligibility';
import { requestsNaming } from '#modules/registry';
import { defineQuery, type QuestionContext } from '#platform/actions';
import { parsePhone } from '#platform/numbers';
import { mayDo } from '#platform/permissions';
import { gathered, MOST_AT_ONE_ADDRESS, memberAlike, type Reason, suspicions } from '../model/likeness-of-files.ts';
import {
  type FoundFile,
  listFoundFiles,
  listIdsByAddress,
  listIdsByCards,
  listIdsByPhone,
  listNotTheSame,
} from '../store/finding.ts';
import { Brief, bearersOf, Names, toBrief } from './found-file.ts';

/** As many as an agent compares while a family waits. */
const MOST = 10;
const MOST_OF_A_KIND = 20;
const MOST_PEOPLE = 4;
/** The register is asked for no longer one. */
const LONGEST_NAME = 120;

/** What is compared, side by side. */
const Compared = Brief.extend({
  declaration: Declaration,
  contact: z.object({ phone: z.string().nullable(), address: z.string().nullable() }),
});

const Candidate = Compared.extend({
  reasons: z.array(z.object({ why: z.enum(suspicions), ref: z.int().optional() })),
});

const Sought = z.object({
  /** The file at hand, when it is stored: what it says is sought too, and the files it was found not to be are left out. */
  application: z.uuid().optional(),
  cards: z.array(z.string().max(24)).max(20).default([]),
  phone: z.string().max(40).optional(),
  address: z.string().trim().max(300).optional(),
  commune: CommuneCode.optional(),
  people: z
    .array(z.object({ names: Names, birthDate: z.iso.date() }))
    .max(MOST_PEOPLE)
    .default([]),
});

/**
 * Files of the jurisdiction that may be of the same family as one that is being typed: the same card, the same telephone, the same address,
 * a name that sounds alike with the same birth date or year. Each with why, and what to compare; the likeliest first. An address that many
 * share says nothing by itself.
 */
export const likelyTheSame = defineQuery({
  name: 'applications.likely-the-same',
  summary: 'Files that may be of the same family as one that is being typed',
  permission: 'registry:search',
  input: Sought,
  output: z.object({
    /** The file at hand, when it is stored. */
    file: Compared.optional(),
    candidates: z.array(Candidate),
    more: z.boolean(),
  }),
  noted: ({ file, candidates }) =>
    [...(file ? [file] : []), ...candidates].map(({ id, territory }) => ({ subject: `application:${id}`, territory })),
  async run(context, sought) {
    const left = await leftOut(context, sought.application);
    const [own] = await listFoundFiles(context.tx, sought.application === undefined ? [] : [sought.application]);
    const hits = await hitsFor(context, own ? withOwn(sought, own) : sought);
    const reasons = gathered(hits.filter(({ id }) => !left.has(id)));
    const rows = await listFoundFiles(context.tx, [...reasons.keys()].slice(0, MOST * 2));
    const byId = new Map(rows.map((row) => [row.id, row]));
    const persons = Map.groupBy(hits, ({ id }) => id);
    const candidates = [...reasons].flatMap(([id, why]) => {
      const row = byId.get(id);
      return row ? [toCandidate(row, why, persons.get(id) ?? [])] : [];
    });
    return { ...(own ? { file: toCompared(own) } : {}), candidates: candidates.slice(0, MOST), more: candidates.length > MOST };
  },
});

/** What the stored file says of itself, beside what else is sought: its cards, how it is reached, its head and spouses. */
function withOwn(
  sought: z.output<typeof Sought>,
  { declaration, phone, address, territory }: FoundFile,
): z.output<typeof Sought> {
  const { members } = declaration;
  const adults = members.filter(({ relation }) => relation === 'head' || relation === 'spouse').slice(0, MOST_PEOPLE);
  return {
    ...sought,
    cards: [...sought.cards, ...members.flatMap(({ cnie }) => cnie ?? [])],
    commune: sought.commune ?? (territory as z.output<typeof CommuneCode>),
    phone: sought.phone ?? phone ?? undefined,
    address: sought.address ?? address ?? undefined,
    people: [...sought.people, ...adults.map(({ names, birth_date }) => ({ names, birthDate: birth_date }))].slice(
      0,
      MOST_PEOPLE,
    ),
  };
}

type Hit = Reason & { readonly id: string; readonly person?: Parameters<typeof memberAlike>[1] };

async function leftOut({ tx }: QuestionContext, application: string | undefined): Promise<ReadonlySet<string>> {
  if (application === undefined) return new Set();
  const pairs = await listNotTheSame(tx, application);
  return new Set([application, ...pairs.flatMap(({ one_id, other_id }) => [one_id, other_id])]);
}

async function hitsFor(context: QuestionContext, sought: z.output<typeof Sought>): Promise<readonly Hit[]> {
  return [
    ...(await hitsByCard(context, sought.cards)),
    ...(await hitsByContact(context, sought)),
    ...(await Promise.all(sought.people.map((person) => hitsByName(context, person)))).flat(),
  ];
}

async function hitsByCard({ tx }: QuestionContext, written: readonly string[]): Promise<readonly Hit[]> {
  const cards = written.flatMap((text) => Cnie.safeParse(text).data ?? []);
  const adults = await listIdsByCards(tx, cards, MOST_OF_A_KIND);
  const others = await requestsNaming(tx, cards, MOST_OF_A_KIND);
  const borne = [
    ...adults.map(({ id, mark }) => ({ id, cnie: mark })),
    ...others.map(({ request, card }) => ({ id: request, cnie: card })),
  ];
  return borne.map(({ id, cnie }) => ({ id, why: 'card', person: { cnie } }));
}

async function hitsByContact({ tx }: QuestionContext, { phone, address, commune }: z.output<typeof Sought>) {
  const number = phone && parsePhone(phone);
  const byPhone = number ? await listIdsByPhone(tx, number, MOST_OF_A_KIND) : [];
  const byAddress = address && commune ? await listIdsByAddress(tx, { commune, address }, MOST_OF_A_KIND) : [];
  const isHamlet = byAddress.length > MOST_AT_ONE_ADDRESS;
  return [
    ...byPhone.map((id): Hit => ({ id, why: 'phone' })),
    ...byAddress.flatMap((id): Hit[] => (isHamlet && !byPhone.includes(id) ? [] : [{ id, why: 'address' }])),
  ];
}

/** In one script; the register finds it in the other. */
async function hitsByName(
  context: QuestionContext,
  { names, birthDate }: z.output<typeof Sought>['people'][number],
): Promise<readonly Hit[]> {
  const name = names.fr ?? names.ar;
  if (!name || !mayDo(context.actor, 'registry:search')) return [];
  const year = birthDate.slice(0, 4);
  const sought = {
    name: `${name.given} ${name.family}`.slice(0, LONGEST_NAME).trim(),
    bornFrom: `${year}-01-01`,
    bornTo: `${year}-12-31`,
    most: MOST_OF_A_KIND,
  };
  const { persons } = await bearersOf(context, sought);
  return persons
    .filter(({ likeness, birthDate: born }) => likeness !== 'slip' || born === birthDate)
    .flatMap((person) => {
      const why = person.birthDate === birthDate ? 'name-and-birth-date' : 'name-and-birth-year';
      return person.requests.map((id): Hit => ({ id, why, person }));
    });
}

/** Each reason that is a person's says which member it is. */
function toCandidate(row: FoundFile, reasons: readonly Reason[], hits: readonly Hit[]): z.input<typeof Candidate> {
  const told = reasons.map(({ why }) => {
    const person = hits.find((hit) => hit.why === why)?.person;
    const ref = person && memberAlike(row.declaration, person);
    return { why, ...(ref === undefined ? {} : { ref }) };
  });
  return { ...toCompared(row), reasons: told };
}

function toCompared(row: FoundFile): z.input<typeof Compared> {
  const { declaration, phone, address } = row;
  return { ...toBrief(row), declaration, contact: { phone, address } };
}
