import { lawAt } from '#law';
import type { AnonymousMember } from '#modules/eligibility';
import { completedYears, entitledBy } from '#modules/registry';

/** The papers of a request, in the order of the list: joint order 1513-11, article 2. The form itself is what the family fills in. */
export const neededKinds = [
  'applicant-identity',
  'adult-identity',
  'child-identity',
  'applicant-photos',
  'spouse-photos',
  'medical-certificate',
  'school-certificate',
  'collective-life',
  'fostered-charge',
  'salary-certificate',
  'residence-certificate',
] as const;
export type NeededKind = (typeof neededKinds)[number];

/** A member as far as it is known: whoever has no birth date yet may have an age, and a child with neither is a young one. */
export type MemberInShort = Pick<AnonymousMember, 'ref' | 'relation'> &
  Partial<Pick<AnonymousMember, 'birth_date' | 'marital_status' | 'schooling' | 'occupation' | 'earns' | 'disabled'>> & {
    readonly age?: number;
  };

/** What is known of a family: a declaration is one, and so is one that is half filled in. */
export type FamilyInShort = {
  readonly members?: readonly MemberInShort[];
  /** What the applicant shows at the counter: an old card or the receipt of a new one does not prove where one lives. */
  readonly shows?: 'card' | 'old-card-or-receipt';
};

/** The ages and numbers of the law that decide which papers are needed. */
export type PaperRules = {
  readonly on: string;
  readonly cardAge: number;
  readonly childAge: number;
  readonly studentAge: number;
  readonly photos: number;
};

/** `kind` is said by `applications.paper.<kind>`, its reason by `applications.paper.why.<kind>` with `facts`. */
export type NeededPaper = {
  readonly kind: NeededKind;
  /** How many there are to bring: a paper for each member concerned, or the photographs. */
  readonly copies: number;
  readonly reasons: readonly [PaperReason, ...PaperReason[]];
};

export type PaperReason = {
  readonly rule: NeededKind;
  readonly article: 'order-1513-11-art-2';
  /** `members` are the numbers of those whom it concerns, as the declaration counts them. */
  readonly facts: { readonly members: readonly number[]; readonly from: number; readonly to: number };
};

/** The law on papers as it stands on a day (`YYYY-MM-DD`). */
export function paperRulesOn(on: string): PaperRules {
  const { identity, household, documents } = lawAt(on);
  return {
    on,
    cardAge: identity.compulsoryCardAge.value,
    childAge: household.childAge.value,
    studentAge: household.studentAge.value,
    photos: documents.photosPerAdult.value,
  };
}

/**
 * Which papers a family brings, each once and with its reason; only those who would be beneficiaries bring any (law 65-00, article 116).
 * A family of which nothing is known yet brings what every applicant brings.
 */
export function neededPapers(family: FamilyInShort, rules: PaperRules): readonly NeededPaper[] {
  const stated = (family.members ?? []).map((member) => withBirthDate(member, rules.on));
  const household = (stated.length === 0 ? [applicant] : stated).filter((member) => isBeneficiary(member, rules));
  return neededKinds.flatMap((kind) => {
    const members = concerned[kind](household, { rules, family }).map(({ ref }) => ref);
    if (members.length === 0) return [];
    const facts = { members, from: rules.childAge, to: rules.studentAge };
    return [
      { kind, copies: copiesOf(kind, members.length, rules), reasons: [{ rule: kind, article: 'order-1513-11-art-2', facts }] },
    ];
  });
}

/** How many of a family would be on the card: those who pay the contribution, when there is one (law 65-00, article 116). */
export function countBeneficiaries(family: FamilyInShort, rules: PaperRules): number {
  return (family.members ?? []).filter((member) => isBeneficiary(withBirthDate(member, rules.on), rules)).length;
}

type Member = Omit<MemberInShort, 'birth_date'> & { readonly birth_date: string | undefined };
type Concerned = (household: readonly Member[], known: { rules: PaperRules; family: FamilyInShort }) => readonly Member[];

const applicant: Member = { ref: 1, relation: 'head', birth_date: undefined };

/** Whose paper each kind is. */
const concerned: Readonly<Record<NeededKind, Concerned>> = {
  'applicant-identity': (household) => household.filter(isHead),
  'adult-identity': (household, { rules }) => household.filter((member) => !isHead(member) && hasCardAge(member, rules)),
  'child-identity': (household, { rules }) => household.filter((member) => !isHead(member) && !hasCardAge(member, rules)),
  'applicant-photos': (household) => household.filter(isHead),
  'spouse-photos': (household) => household.filter(({ relation }) => relation === 'spouse'),
  'medical-certificate': (household) => household.filter((member) => isChild(member) && member.disabled === true),
  'school-certificate': (household, { rules }) => household.filter((member) => isOnlyInByStudies(member, rules)),
  'collective-life': (household) => (household.length > 1 ? household : []),
  'fostered-charge': (household) => household.filter(({ relation }) => relation === 'fostered_child'),
  'salary-certificate': (household) => household.filter(isSalaried),
  'residence-certificate': (household, { family }) => (family.shows === 'old-card-or-receipt' ? household.filter(isHead) : []),
};

function copiesOf(kind: NeededKind, members: number, { photos }: PaperRules): number {
  if (kind === 'collective-life') return 1;
  return kind === 'applicant-photos' || kind === 'spouse-photos' ? members * photos : members;
}

const isHead = ({ relation }: Member) => relation === 'head';
const isChild = ({ relation }: Member) => relation === 'child' || relation === 'fostered_child';

/** Those who work for themselves have nobody who could certify their salary. */
const ownWork: ReadonlySet<string> = new Set(['none', 'employer', 'retired_or_rentier', 'artisan', 'farmer', 'trader']);

function isSalaried({ earns, occupation }: Member): boolean {
  return earns === true && !(occupation !== undefined && ownWork.has(occupation));
}

function hasCardAge({ relation, birth_date }: Member, { on, cardAge }: PaperRules): boolean {
  return birth_date === undefined ? relation === 'spouse' : completedYears(birth_date, on) >= cardAge;
}

function isBeneficiary(member: Member, rules: PaperRules): boolean {
  return ruleOf(member, rules) !== undefined;
}

function isOnlyInByStudies(member: Member, rules: PaperRules): boolean {
  return ruleOf(member, rules) === 'studying-child';
}

function ruleOf(member: Member, { on, childAge, studentAge }: PaperRules) {
  const { ref, relation, birth_date: birthDate = on, marital_status: maritalStatus = 'single' } = member;
  const { schooling = 'none', earns = false, disabled = false } = member;
  const stated = { ref, relation, birthDate, maritalStatus, schooling, earns, disabled };
  return entitledBy(stated, on, { dependent: childAge, studying: studentAge });
}

function withBirthDate({ age, birth_date, ...member }: MemberInShort, on: string): Member {
  if (birth_date !== undefined || age === undefined) return { ...member, birth_date };
  return { ...member, birth_date: `${String(Number(on.slice(0, 4)) - age).padStart(4, '0')}-01-01` };
}
