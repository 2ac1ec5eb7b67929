import type { CoverLine, CoverListHeader, LineFault, LineTexts, MemberName } from './cover-list.ts';

const memberFormat = /^[A-Za-z0-9][A-Za-z0-9./-]{0,39}$/;
const cardFormat = /^[A-Z]{1,2}[0-9]{3,8}$/;
const nameFormat = /^[A-Za-z][A-Za-z '-]{0,59}$/;
const words = { insured: 'insured', dependant: 'dependant' } as const;

/** Holds one line of a list to its rules. The first that it breaks is told, with the field. */
export function readLine(kind: CoverListHeader['kind'], texts: LineTexts): CoverLine | LineFault {
  const member = texts.member ?? '';
  if (!memberFormat.test(member)) return { member: null, place: 'member', rule: 'member-format' };
  const isCover = kind === 'full' ? !texts.change : texts.change === 'covered';
  if (!isCover && (kind === 'full' || texts.change !== 'not_covered')) return { member, place: 'change', rule: 'change-unknown' };
  const from = texts.from ?? '';
  if (!isDay(from)) return { member, place: 'from', rule: 'from-wrong' };
  const to = texts.to || 'infinity';
  if (to !== 'infinity' && !isDay(to)) return { member, place: 'to', rule: 'to-wrong' };
  // Years have four figures and `i` comes after them: days compare as their texts.
  if (to < from) return { member, place: 'to', rule: 'ends-before-it-begins' };
  const cover = readCover({ member, from, to }, texts, isCover);
  return isCover || isFault(cover) ? cover : { ...cover, card: null, birthDate: null, name: null };
}

/** Who is told to be covered is told how; what is told besides must hold in any case. */
function readCover(days: Pick<CoverLine, 'member' | 'from' | 'to'>, texts: LineTexts, isCover: boolean): CoverLine | LineFault {
  const { member } = days;
  const heldAs = words[texts.held_as as keyof typeof words];
  if (heldAs === undefined && (isCover || texts.held_as)) return { member, place: 'held_as', rule: 'held-as-unknown' };
  const card = texts.card || null;
  if (card !== null && !cardFormat.test(card)) return { member, place: 'card', rule: 'card-format' };
  const birthDate = texts.birth_date || null;
  if (birthDate !== null && !isDay(birthDate)) return { member, place: 'birth_date', rule: 'birth-date-wrong' };
  const name = readName(member, texts);
  if (name !== null && 'rule' in name) return name;
  return { ...days, card, birthDate, name: birthDate === null ? null : name, heldAs: isCover ? (heldAs ?? null) : null };
}

function readName(member: string, { family, given, sex }: LineTexts): MemberName | LineFault | null {
  for (const [place, text] of [
    ['family', family],
    ['given', given],
  ] as const)
    if (text && !nameFormat.test(text)) return { member, place, rule: 'name-format' };
  if (sex && sex !== 'F' && sex !== 'M') return { member, place: 'sex', rule: 'sex-unknown' };
  return family && given ? { family, given, sex: sex ? (sex as 'F' | 'M') : null } : null;
}

export function isFault(line: CoverLine | LineFault): line is LineFault {
  return 'rule' in line;
}

/** Days repeat: a list of ten million lines names some thirty thousand. */
const judged = new Map<string, boolean>();

function isDay(text: string): boolean {
  const known = judged.get(text);
  if (known !== undefined) return known;
  const is = /^(1[89]|2[01])\d\d-\d\d-\d\d$/.test(text) && isInCalendar(text);
  if (judged.size < 100_000) judged.set(text, is);
  return is;
}

function isInCalendar(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}
