import { CommuneCode, type Declaration, type Member } from '#modules/eligibility';

/** The day on which every built household files, unless it says otherwise: the law is that of `ramed-2008`. */
export const filingDay = '2022-10-03';

/** A household in the making, complete from the start: a couple with modest means in the town of Demnate. Every step gives a new one. */
export type HouseholdBuilder = {
  /** Head, spouse, and children for the rest; before anybody is named. */
  of(size: number): HouseholdBuilder;
  /** Whoever is named here lives in the household, the head first; in the order given. */
  ofPeople(...people: readonly PersonBuilder[]): HouseholdBuilder;
  urban(commune?: string): HouseholdBuilder;
  rural(commune?: string): HouseholdBuilder;
  filedOn(date: string): HouseholdBuilder;
  housed(dwelling: Partial<Answers<'dwelling'>>): HouseholdBuilder;
  equippedWith(equipment: Partial<Answers<'equipment'>>): HouseholdBuilder;
  owning(assets: Partial<Answers<'assets'>>): HouseholdBuilder;
  /** DH a year for the whole household. */
  living(resources: Partial<Answers<'resources'>>): HouseholdBuilder;
  inNuclei(nuclei: number): HouseholdBuilder;
  /** Leaves an answer out of the form. */
  without(answer: keyof typeof omissions): HouseholdBuilder;
  build(): Declaration;
};

export function aHousehold(): HouseholdBuilder {
  return householdOf(modest);
}

/** A person in the making: a man of forty, head, who works for wages. */
export type PersonBuilder = {
  woman(): PersonBuilder;
  man(): PersonBuilder;
  /** In Latin and in Arabic script. */
  named(given: string, family: string, arabic?: { readonly given: string; readonly family: string }): PersonBuilder;
  /** So many completed years on {@link filingDay}. */
  aged(years: number): PersonBuilder;
  born(date: string): PersonBuilder;
  as(relation: Member['relation'], maritalStatus?: NonNullable<Member['marital_status']>): PersonBuilder;
  /** Earns by the trade, unless it is `none`. */
  working(occupation: NonNullable<Member['occupation']>): PersonBuilder;
  atSchool(education?: NonNullable<Member['education']>): PersonBuilder;
  carrying(cnie: string): PersonBuilder;
  but(details: Partial<Member>): PersonBuilder;
  build(ref: number): Member;
};

export function aPerson(): PersonBuilder {
  return personOf(worker);
}

type Answers<Group extends 'dwelling' | 'equipment' | 'assets' | 'resources'> = Required<NonNullable<Declaration[Group]>>;

const omissions = {
  income: ['resources', 'income_year'],
  transfers: ['resources', 'transfers_year'],
  rooms: ['dwelling', 'rooms'],
  land: ['assets', 'irrigated_ha'],
  'declaration on honour': ['no_other_cover_declared'],
} as const satisfies Record<string, readonly [string, string?]>;

function householdOf(stated: Declaration): HouseholdBuilder {
  const change = (changes: Partial<Declaration>) => householdOf({ ...stated, ...changes });
  const located = (milieu: Declaration['milieu'], commune: string) => change({ milieu, commune: CommuneCode.parse(commune) });
  return {
    of: (size) => change({ members: peopleOf(size).map((person, place) => person.build(place + 1)) }),
    ofPeople: (...people) => change({ members: people.map((person, place) => person.build(place + 1)) }),
    urban: (commune = '05.081.01.03') => located('urban', commune),
    rural: (commune = '05.081.03.07') => located('rural', commune),
    filedOn: (filed_on) => change({ filed_on }),
    housed: (dwelling) => change({ dwelling: { ...stated.dwelling, ...dwelling } }),
    equippedWith: (equipment) => change({ equipment: { ...stated.equipment, ...equipment } }),
    owning: (assets) => change({ assets: { ...stated.assets, ...assets } }),
    living: (resources) => change({ resources: { ...stated.resources, ...resources } }),
    inNuclei: (nuclei) => change({ nuclei }),
    without: (answer) => householdOf(omitting(stated, omissions[answer])),
    build: () => structuredClone(stated),
  };
}

function omitting(stated: Declaration, [group, key]: readonly [string, string?]): Declaration {
  const rest = structuredClone(stated) as Record<string, unknown>;
  if (key === undefined) delete rest[group];
  else delete (rest[group] as Record<string, unknown>)[key];
  return rest as Declaration;
}

function peopleOf(size: number): readonly PersonBuilder[] {
  const alone = size === 1 ? 'single' : 'married';
  const head = aPerson().as('head', alone).carrying('IC120001');
  const wife = aPerson()
    .woman()
    .named('Zahra', 'Ait Lahcen')
    .aged(35)
    .as('spouse', 'married')
    .working('none')
    .carrying('IC120002');
  const children = childrenNames.map(([given, arabic], place) =>
    aPerson()
      .named(given, 'Oubrahim', { given: arabic, family: 'أوبراهيم' })
      .aged(14 - place)
      .as('child', 'single')
      .atSchool(),
  );
  if (size > children.length + 2) throw new RangeError(`no names for a household of ${size}`);
  return [head, wife, ...children].slice(0, size);
}

const childrenNames: readonly (readonly [given: string, arabic: string])[] = [
  ['Hamza', 'حمزة'],
  ['Ayoub', 'أيوب'],
  ['Idir', 'إيدر'],
  ['Anas', 'أنس'],
  ['Yahya', 'يحيى'],
  ['Adam', 'آدم'],
  ['Taha', 'طه'],
  ['Ziri', 'زيري'],
];

function personOf(stated: Member): PersonBuilder {
  const but = (details: Partial<Member>) => personOf({ ...stated, ...details });
  return {
    woman: () => but({ sex: 'F' }),
    man: () => but({ sex: 'M' }),
    named: (given, family, arabic) => but({ names: { fr: { family, given }, ...(arabic === undefined ? {} : { ar: arabic }) } }),
    aged: (years) => but({ birth_date: `${Number(filingDay.slice(0, 4)) - years}-03-15` }),
    born: (birth_date) => but({ birth_date }),
    as: (relation, marital_status = stated.marital_status ?? 'single') => but({ relation, marital_status }),
    working: (occupation) => but({ occupation, earns: occupation !== 'none' }),
    atSchool: (education = 'none') => but({ schooling: 'public', education, literate: true, occupation: 'none', earns: false }),
    carrying: (cnie) => but({ cnie: cnie as NonNullable<Member['cnie']> }),
    but,
    build: (ref) => ({ ...stated, ref }),
  };
}

const worker: Member = {
  ref: 1,
  relation: 'head',
  sex: 'M',
  birth_date: '1982-03-15',
  names: { fr: { family: 'Oubrahim', given: 'Said' }, ar: { family: 'أوبراهيم', given: 'سعيد' } },
  marital_status: 'married',
  education: 'none',
  literate: false,
  schooling: 'none',
  occupation: 'labourer',
  earns: true,
  other_cover: null,
  disabled: false,
};

const modest: Declaration = {
  schema: 'ramed.declaration/1',
  filed_on: filingDay,
  commune: CommuneCode.parse('05.081.01.03'),
  milieu: 'urban',
  members: peopleOf(2).map((person, place) => person.build(place + 1)),
  nuclei: 1,
  dwelling: {
    kind: 'modern_house',
    tenure: 'owned',
    rooms: 2,
    bath: false,
    kitchen: true,
    toilet: true,
    running_water: true,
    electricity: true,
    own_meter: true,
    garage: false,
  },
  equipment: { computers: 0, dishes: 1, landlines: 0, mobile_phones: 1, cars: 0, motorcycles: 0, tractors: 0 },
  assets: {
    second_home: false,
    business_premises: false,
    non_farm_land: false,
    licence_rent: false,
    irrigated_ha: 0,
    rainfed_ha: 0,
    cows: 0,
    sheep_goats: 0,
    fruit_trees: 0,
    poultry_house: 0,
  },
  resources: { income_year: 6000, transfers_year: 0, bank_loan: false },
  spending_year: { butane: 400, water_electricity: 900, phone_internet: 360 },
  no_other_cover_declared: true,
};
