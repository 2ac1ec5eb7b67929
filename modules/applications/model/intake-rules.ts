import type { Temporal } from 'temporal-polyfill';
import type { Declaration, Member } from '#modules/eligibility';
import { covers, publicActor, scopeOf } from '#platform/permissions';
import { type Refusal, refuse } from '#platform/refusals';

/** What the rules of one declaration are held against: everything they need to know comes from here. */
export type IntakeContext = {
  readonly today: Temporal.PlainDate;
  /** The first day a request could be filed. */
  readonly schemeOpened: Temporal.PlainDate;
  /** Completed years at which a person may file for a household. */
  readonly majorityAge: number;
  readonly findCommune: (code: string) => { readonly milieu: Declaration['milieu'] } | undefined;
  /** What the post that received the request covers: a territory code, empty for the nation. */
  readonly jurisdiction: string;
};

/** The rules of a request that need no other request: every one it breaks, in the order of the form; none when it may be received. */
export function intakeRules(context: IntakeContext): (declaration: Declaration) => readonly IntakeRefusal[] {
  const known = { ...context, today: context.today.toString(), schemeOpened: context.schemeOpened.toString() };
  return (declaration) => rules.flatMap((rule) => rule(declaration, known));
}

/**
 * Every reason for which a request, or a whole file of them, is not received, and what it rests on: an article, the form's own sense,
 * or the file format. The message is `applications.refusal.<rule>`.
 */
export const basisOf = {
  'head-under-age': 'filing',
  'cover-not-declared': 'decree-2-08-177-art-2',
  'filed-in-future': 'form',
  'filed-before-scheme': 'decree-2-08-177',
  'commune-unknown': 'form',
  'outside-jurisdiction': 'filing',
  'milieu-contradicts-commune': 'form',
  'member-listed-twice': 'form',
  'spouses-too-many': 'form',
  'spouse-of-unmarried-head': 'form',
  'child-older-than-head': 'form',
  'parent-younger-than-head': 'form',
  'nuclei-exceed-members': 'form',
  'duplicate-household': 'form',
  'duplicate-elsewhere': 'form',
  'reference-reused': 'batch',
  'already-received': 'batch',
  'unknown-key': 'declaration',
  required: 'declaration',
  type: 'declaration',
  choice: 'declaration',
  minimum: 'declaration',
  maximum: 'declaration',
  format: 'declaration',
  'invisible-character': 'declaration',
  'one-script': 'declaration',
  order: 'declaration',
  'one-head': 'declaration',
  'date-range': 'declaration',
  'not-as-declared': 'declaration',
  'record-too-large': 'batch',
  'invalid-utf8': 'batch',
  'json-malformed': 'batch',
  'xml-malformed': 'batch',
  'element-repeated': 'batch',
  'text-unexpected': 'batch',
  'quote-not-closed': 'batch',
  'quote-misplaced': 'batch',
  'cell-count': 'batch',
  'member-skipped': 'batch',
  'format-unknown': 'batch',
  encoding: 'batch',
  doctype: 'batch',
  truncated: 'batch',
  'header-missing': 'batch',
  'header-invalid': 'batch',
  'column-missing': 'batch',
  'column-unknown': 'batch',
  'column-repeated': 'batch',
  'markup-too-large': 'batch',
  'text-outside-request': 'batch',
  'content-after-end': 'batch',
  'count-differs': 'batch',
} as const satisfies Record<string, Basis>;

/** `filing`: who may file, as the agency publishes it; `form`, `declaration`, `batch`: the rules of those documents themselves. */
export type Basis = 'decree-2-08-177' | 'decree-2-08-177-art-2' | 'filing' | 'form' | 'declaration' | 'batch';
export type IntakeRule = keyof typeof basisOf;
export type IntakeRefusal = Refusal<IntakeRule>;

export function isIntakeRule(rule: string): rule is IntakeRule {
  return Object.hasOwn(basisOf, rule);
}

type Known = Omit<IntakeContext, 'today' | 'schemeOpened'> & { readonly today: string; readonly schemeOpened: string };
type Rule = (declaration: Declaration, known: Known) => readonly IntakeRefusal[];

const rules: readonly Rule[] = [
  filedInTime,
  communeAndMilieu,
  communeInJurisdiction,
  headOfAge,
  membersListedOnce,
  spousesInNumber,
  spouseOfMarriedHead,
  generationsInOrder,
  nucleiWithinMembers,
  coverDeclared,
];

function filedInTime({ filed_on }: Declaration, { today, schemeOpened }: Known): readonly IntakeRefusal[] {
  if (filed_on > today) return [refuse('filed-in-future', { place: 'filed_on', facts: { date: filed_on, today } })];
  if (filed_on >= schemeOpened) return [];
  return [refuse('filed-before-scheme', { place: 'filed_on', facts: { date: filed_on, opened: schemeOpened } })];
}

function communeAndMilieu({ commune, milieu }: Declaration, { findCommune }: Known): readonly IntakeRefusal[] {
  const found = findCommune(commune);
  if (found === undefined) return [refuse('commune-unknown', { place: 'commune', facts: { commune } })];
  if (found.milieu === milieu) return [];
  return [refuse('milieu-contradicts-commune', { place: 'milieu', facts: { declared: milieu, known: found.milieu, commune } })];
}

/** A request is filed where the family lives: an office opens no file for another's people. */
function communeInJurisdiction({ commune }: Declaration, { jurisdiction, findCommune }: Known): readonly IntakeRefusal[] {
  if (findCommune(commune) === undefined || isWithin(jurisdiction, commune)) return [];
  return [refuse('outside-jurisdiction', { place: 'commune', facts: { commune } })];
}

/** Whether a territory lies in another one, as row-level security would say of a post there. */
export function isWithin(jurisdiction: string, territory: string): boolean {
  return covers({ ...publicActor, scopes: [scopeOf(jurisdiction)] }, territory);
}

function headOfAge({ members, filed_on }: Declaration, { majorityAge }: Known): readonly IntakeRefusal[] {
  const head = headOf(members);
  const age = completedYears(head.birth_date, filed_on);
  return age >= majorityAge
    ? []
    : [refuse('head-under-age', { place: 'members[0].birth_date', facts: { age, minimum: majorityAge } })];
}

/** Twice the same card, or the same names in one script with the same birth date and sex. */
function membersListedOnce({ members }: Declaration): readonly IntakeRefusal[] {
  const firstWith = new Map<string, number>();
  return members.flatMap((member, index) => {
    const marks = marksOf(member);
    const earlier = marks.map((mark) => firstWith.get(mark)).find((found) => found !== undefined);
    for (const mark of marks) if (!firstWith.has(mark)) firstWith.set(mark, index);
    if (earlier === undefined) return [];
    return [refuse('member-listed-twice', { place: `members[${index}]`, facts: { member: index + 1, first: earlier + 1 } })];
  });
}

function marksOf({ cnie, names, birth_date, sex }: Member): readonly string[] {
  const named = [names.fr, names.ar].filter((name) => name !== undefined);
  const marks = named.map(({ family, given }) => `${plain(`${family}|${given}`)}|${birth_date}|${sex}`);
  return cnie === undefined ? marks : [cnie, ...marks];
}

function plain(name: string): string {
  return name.toLowerCase().replace(/\s+/g, ' ');
}

const mostSpouses = { M: 4, F: 1 } as const;

function spousesInNumber({ members }: Declaration): readonly IntakeRefusal[] {
  const most = mostSpouses[headOf(members).sex];
  const spouses = members.filter((member) => member.relation === 'spouse').length;
  return spouses <= most ? [] : [refuse('spouses-too-many', { place: 'members', facts: { spouses, most } })];
}

const withoutSpouse: ReadonlySet<string | undefined> = new Set(['single', 'divorced', 'widowed', 'single_mother']);

function spouseOfMarriedHead({ members }: Declaration): readonly IntakeRefusal[] {
  const status = headOf(members).marital_status;
  const index = members.findIndex((member) => member.relation === 'spouse');
  if (index === -1 || status === undefined || !withoutSpouse.has(status)) return [];
  return [refuse('spouse-of-unmarried-head', { place: 'members[0].marital_status', facts: { status, member: index + 1 } })];
}

function generationsInOrder({ members }: Declaration): readonly IntakeRefusal[] {
  const head = headOf(members);
  return members.flatMap(({ relation, birth_date }, index) => {
    const rule = generationRules[relation]?.(birth_date, head.birth_date);
    if (rule === undefined) return [];
    return [
      refuse(rule, {
        place: `members[${index}].birth_date`,
        facts: { member: index + 1, date: birth_date, head: head.birth_date },
      }),
    ];
  });
}

type GenerationRule = (birth: string, head: string) => 'child-older-than-head' | 'parent-younger-than-head' | undefined;

const generationRules: Partial<Record<Member['relation'], GenerationRule>> = {
  child: (birth, head) => (birth <= head ? 'child-older-than-head' : undefined),
  fostered_child: (birth, head) => (birth <= head ? 'child-older-than-head' : undefined),
  parent: (birth, head) => (birth >= head ? 'parent-younger-than-head' : undefined),
};

function nucleiWithinMembers({ nuclei = 1, members }: Declaration): readonly IntakeRefusal[] {
  if (nuclei <= members.length) return [];
  return [refuse('nuclei-exceed-members', { place: 'nuclei', facts: { nuclei, members: members.length } })];
}

/** Article 2, first condition: without the declaration on honour there is no request. */
function coverDeclared({ no_other_cover_declared }: Declaration): readonly IntakeRefusal[] {
  return no_other_cover_declared === true ? [] : [refuse('cover-not-declared', { place: 'no_other_cover_declared' })];
}

function headOf(members: readonly Member[]): Member {
  const head = members[0];
  if (head === undefined) throw new TypeError('a declaration without members passed its schema');
  return head;
}

function completedYears(birth: string, on: string): number {
  const years = Number(on.slice(0, 4)) - Number(birth.slice(0, 4));
  return on.slice(5) < birth.slice(5) ? years - 1 : years;
}
