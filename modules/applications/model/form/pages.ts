import { choices } from '#modules/eligibility';
import { findCommune } from '#modules/territory';
import { completedYears, parseDate } from '#platform/dates';
import { type Person, subjectOf, valueAt } from './answers.ts';
import type { Field, FieldFault, Situation } from './field.ts';

/** The five parts of the form, in the order of the task list and of the paper form. */
export const groups = ['you', 'family', 'dwelling', 'means', 'cover'] as const;
export type Group = (typeof groups)[number];

/** One page on line, one numbered question on paper. Its words are `applications.form.page.<key>`. */
export type FormPage = QuestionPage & { readonly key: PageKey };

/** A page of questions about a household, of the form or of the trial. */
export type QuestionPage = {
  readonly key: string;
  readonly group: Group;
  /** Asked once for each person but the head, who has pages of its own. */
  readonly isAboutPerson?: boolean;
  readonly fields: readonly Field[];
  readonly isShown?: (situation: Situation) => boolean;
  /** What is wrong between answers that are each right. */
  readonly faultsBetween?: (values: Readonly<Record<string, unknown>>) => readonly { key: string; fault: FieldFault }[];
};

/** From this age a person is asked about school leaving, work and marriage: the age from which the formulas count them so. */
const GROWN_UP = 15;
/** Up to this age a person is asked whether they study: beyond it no rule asks (law 65-00, article 116). */
const OLDEST_STUDENT = 26;
const HECTARES = 10_000;
const DIRHAMS = 100_000_000;

const most = { least: 0, most: 1_000 } as const;
const yearly = { kind: 'dirhams', least: 0, most: DIRHAMS, hasHint: true } as const;
const choice = (key: string, set: keyof typeof choices) => ({ key, kind: 'choice', set, options: choices[set] }) as const;

const name = (key: string, script: 'fr' | 'ar'): Field => ({ key, kind: 'text', script, isOptional: true });
const names: readonly Field[] = [
  name('names.fr.given', 'fr'),
  name('names.fr.family', 'fr'),
  name('names.ar.given', 'ar'),
  name('names.ar.family', 'ar'),
];
const sex: Field = choice('sex', 'sex');
const birth: Field = { key: 'birth_date', kind: 'date', hasHint: true };
const card: Field = { key: 'cnie', kind: 'cnie', isOptional: true, hasHint: true };
const disabled: Field = { key: 'disabled', kind: 'flag', hasHint: true };
const marriage: Field = { ...choice('marital_status', 'marital_status'), isShown: isGrownUp };
const work: readonly Field[] = [
  { ...choice('schooling', 'schooling'), isShown: (situation, person) => ageIn(situation, person) <= OLDEST_STUDENT },
  { ...choice('education', 'education'), isShown: isGrownUp },
  { key: 'literate', kind: 'flag', isShown: isGrownUp },
  { ...choice('occupation', 'occupation'), isShown: isGrownUp },
  { key: 'earns', kind: 'flag', hasHint: true, isShown: isGrownUp },
];
const relation: Field = {
  key: 'relation',
  kind: 'choice',
  set: 'relation',
  options: choices.relation.filter((one) => one !== 'head'),
};

const isRural = ({ answers }: Situation) => findCommune(String(answers.commune))?.milieu === 'rural';

const drafted = [
  { key: 'birth', group: 'you', fields: [birth, sex, { ...card, isOptional: false }] },
  { key: 'name', group: 'you', fields: names, faultsBetween: faultsOfNames },
  { key: 'status', group: 'you', fields: [marriage, disabled] },
  { key: 'work', group: 'you', fields: work },
  { key: 'province', group: 'you', fields: [{ key: 'province', kind: 'province' }] },
  {
    key: 'commune',
    group: 'you',
    fields: [
      { key: 'commune', kind: 'commune' },
      { key: 'contact.address', kind: 'address', isOptional: true, hasHint: true },
    ],
  },
  {
    key: 'contact',
    group: 'you',
    fields: [
      { key: 'contact.phone', kind: 'phone', isOptional: true, hasHint: true },
      { key: 'contact.email', kind: 'email', isOptional: true },
      { key: 'contact.wants_notices', kind: 'flag', hasHint: true },
    ],
  },
  { key: 'people', group: 'family', fields: [] },
  {
    key: 'identity',
    group: 'family',
    isAboutPerson: true,
    fields: [relation, ...names, birth, sex, card],
    faultsBetween: faultsOfNames,
  },
  { key: 'situation', group: 'family', isAboutPerson: true, fields: [marriage, ...work, disabled] },
  {
    key: 'dwelling',
    group: 'dwelling',
    fields: [
      choice('dwelling.kind', 'dwelling_kind'),
      choice('dwelling.tenure', 'tenure'),
      { key: 'dwelling.rooms', kind: 'whole', least: 1, most: 100, hasHint: true },
      { key: 'nuclei', kind: 'whole', least: 1, most: 60, hasHint: true },
    ],
  },
  {
    key: 'comforts',
    group: 'dwelling',
    fields: [
      {
        key: 'dwelling',
        kind: 'ticks',
        options: ['kitchen', 'toilet', 'bath', 'running_water', 'electricity', 'own_meter', 'garage'],
      },
    ],
  },
  {
    key: 'equipment',
    group: 'dwelling',
    fields: ['mobile_phones', 'landlines', 'computers', 'dishes', 'motorcycles', 'cars'].map(
      (thing) => ({ key: `equipment.${thing}`, kind: 'whole', ...most }) as const,
    ),
  },
  {
    key: 'income',
    group: 'means',
    fields: [
      { key: 'resources.income_year', ...yearly },
      { key: 'resources.transfers_year', ...yearly },
      { key: 'resources.bank_loan', kind: 'flag' },
    ],
  },
  {
    key: 'spending',
    group: 'means',
    fields: ['butane', 'water_electricity', 'phone_internet'].map((thing) => ({ key: `spending_year.${thing}`, ...yearly })),
  },
  {
    key: 'assets',
    group: 'means',
    fields: [{ key: 'assets', kind: 'ticks', options: ['second_home', 'business_premises', 'non_farm_land', 'licence_rent'] }],
  },
  {
    key: 'farm',
    group: 'means',
    isShown: isRural,
    fields: [
      { key: 'assets.irrigated_ha', kind: 'decimal', least: 0, most: HECTARES },
      { key: 'assets.rainfed_ha', kind: 'decimal', least: 0, most: HECTARES },
      ...['assets.cows', 'assets.sheep_goats', 'assets.fruit_trees', 'assets.poultry_house', 'equipment.tractors'].map(
        (key) => ({ key, kind: 'whole', least: 0, most: 100_000 }) as const,
      ),
    ],
  },
  { key: 'cover', group: 'cover', fields: [{ key: 'other_cover', kind: 'covers', hasHint: true }] },
] as const satisfies readonly QuestionPage[];

export type PageKey = (typeof drafted)[number]['key'];

/** Every page of the form in its order. The number of a page is its place here, on line and on paper. */
export const formPages: readonly FormPage[] = drafted;

export function pageCalled(key: string): FormPage | undefined {
  return formPages.find((page) => page.key === key);
}

/** The number people say at the counter: "question 11". */
export function numberOfPage({ key }: Pick<FormPage, 'key'>): number {
  return formPages.findIndex((page) => page.key === key) + 1;
}

/** "11.3"; "11" when the page has one question alone. */
export function numberOfField(page: FormPage, field: Field): string {
  const number = String(numberOfPage(page));
  return page.fields.length > 1 ? `${number}.${page.fields.indexOf(field) + 1}` : number;
}

/** Whose answers a page holds: the person's it is about, the head's, or the household's. */
export function aboutOf(page: QuestionPage, ref: number | undefined): number | undefined {
  if (page.isAboutPerson) return ref;
  return page.group === 'you' && !whereTheyLive.has(page.key) ? 1 : undefined;
}

/** Pages of the first part that are about the whole household. */
const whereTheyLive: ReadonlySet<string> = new Set<PageKey>(['province', 'commune', 'contact']);

/** The questions of a page that this household, or this person, is asked. */
export function fieldsShown(page: QuestionPage, situation: Situation): readonly Field[] {
  const person = subjectOf(situation.answers, situation.ref ?? 1);
  return page.fields.filter((field) => field.isShown?.(situation, person) ?? true);
}

function isGrownUp(situation: Situation, person: Person): boolean {
  return ageIn(situation, person) >= GROWN_UP;
}

/** Who has not said when they were born is asked what grown-ups are. */
function ageIn({ today }: Situation, person: Person): number {
  const born = parseDate(String(valueAt(person, 'birth_date')));
  return born ? completedYears(born, today) : GROWN_UP;
}

/** Both halves in one script at least, and no script with one half alone. */
function faultsOfNames(values: Readonly<Record<string, unknown>>): readonly { key: string; fault: FieldFault }[] {
  const given = (script: string, half: string) => values[`names.${script}.${half}`] !== undefined;
  const scripts = ['fr', 'ar'].map((script) => ({ script, halves: ['given', 'family'].filter((half) => given(script, half)) }));
  if (scripts.every(({ halves }) => halves.length === 0)) return [{ key: 'names.fr.given', fault: 'one-script' }];
  return scripts.flatMap(({ script, halves }) => {
    if (halves.length !== 1) return [];
    return [{ key: `names.${script}.${halves[0] === 'given' ? 'family' : 'given'}`, fault: 'half-a-name' as const }];
  });
}
