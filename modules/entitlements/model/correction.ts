import { z } from 'zod';
import { type Refusal, refuse } from '#platform/refusals';
import { effectOf, type LifeEventKind } from './life-event.ts';
import { isOfAge, isOfFamily, type KnownFamily, type Member, years } from './newcomer.ts';
import type { MemberWords, StatedChange } from './stated-change.ts';

/** Control signs, invisible joints and marks of direction: nobody types them on purpose, and they hide what a name is. */
const invisible = /[\p{Cc}\p{Cf}]/gu;
const Word = z
  .string()
  .max(80)
  .overwrite((text) => text.replace(invisible, '').replace(/\s+/g, ' ').normalize('NFC').trim())
  .min(1);
const Script = z.object({ family: Word.optional(), given: Word.optional() });

/** What is wrong of a member, each as it should be; what is not said is right. */
export const StatedCorrection = z.object({
  names: z.object({ fr: Script.optional(), ar: Script.optional() }).default({}),
  sex: z.enum(['F', 'M']).optional(),
  birthDate: z.iso.date().optional(),
  cnie: z.string().trim().min(1).max(20).optional(),
});
export type StatedCorrection = z.output<typeof StatedCorrection>;

/** All that may be wrong, each with the place where it is told. */
export const correctedFields = [
  ...(['names.fr.family', 'names.fr.given', 'names.ar.family', 'names.ar.given'] as const),
  ...(['sex', 'birthDate', 'cnie'] as const),
];
export type CorrectedField = (typeof correctedFields)[number];

/** Why a correction cannot be as it was told. */
export const correctionFaults = [
  ...(['correction-missing', 'wrong-script', 'half-name', 'card-unwritable', 'correction-same'] as const),
  ...(['born-to-come', 'age-unlikely', 'correction-in-family'] as const),
];
export type CorrectionFault = (typeof correctionFaults)[number];

export type Corrected = NonNullable<StatedChange['corrected']>;

function answerIn({ names, sex, birthDate, cnie }: MemberWords, field: CorrectedField): string | undefined {
  if (field === 'sex') return sex;
  if (field === 'birthDate') return birthDate;
  if (field === 'cnie') return cnie;
  const [, script, part] = field.split('.') as ['names', 'fr' | 'ar', 'family' | 'given'];
  return names[script]?.[part];
}

/** In what these words differ, letter by letter: a name spelled otherwise is what most corrections are about. */
export function differencesBetween(was: MemberWords, now: MemberWords): readonly CorrectedField[] {
  return correctedFields.filter((field) => answerIn(was, field) !== answerIn(now, field));
}

/** The member's words with what was said in their place; a name that would be half a name is left out. */
export function correctedWords(was: MemberWords, said: StatedCorrection): MemberWords {
  const inScript = (script: 'fr' | 'ar') => {
    const { family, given } = { ...was.names[script], ...definedIn(said.names[script]) };
    return family === undefined || given === undefined ? {} : { [script]: { family, given } };
  };
  const { sex = was.sex, birthDate = was.birthDate, cnie = was.cnie } = said;
  return { names: { ...inScript('fr'), ...inScript('ar') }, sex, birthDate, ...(cnie === undefined ? {} : { cnie }) };
}

function definedIn(script: StatedCorrection['names']['fr']) {
  const { family, given } = script ?? {};
  return { ...(family === undefined ? {} : { family }), ...(given === undefined ? {} : { given }) };
}

/** What a correction changes, laid over the words of today: what else was corrected meanwhile stays. */
export function laidOver(today: MemberWords, { was, now }: Corrected): MemberWords {
  const said = differencesBetween(was, now);
  const word = (field: CorrectedField) => answerIn(said.includes(field) ? now : today, field);
  const inScript = (script: 'fr' | 'ar') => {
    const [family, given] = [word(`names.${script}.family`), word(`names.${script}.given`)];
    return family === undefined || given === undefined ? {} : { [script]: { family, given } };
  };
  const cnie = word('cnie');
  return {
    names: { ...inScript('fr'), ...inScript('ar') },
    sex: said.includes('sex') ? now.sex : today.sex,
    birthDate: word('birthDate') ?? today.birthDate,
    ...(cnie === undefined ? {} : { cnie }),
  };
}

/** Whether of all that a correction is about the words of today are still those that it was told of. */
export function isStillSo(today: MemberWords, { was, now }: Corrected): boolean {
  const moved = differencesBetween(today, was);
  return differencesBetween(was, now).every((field) => !moved.includes(field));
}

/** Whether a card says what was wrong: it names its persons and counts them by the year of their birth; it tells no sex and no national card. */
function isOnCard({ was, now }: Corrected): boolean {
  if (was.birthDate.slice(0, 4) !== now.birthDate.slice(0, 4)) return true;
  return differencesBetween(was, now).some((field) => field.startsWith('names.'));
}

/** Whether the card is made anew once this happened. */
export function outdatesCard({ kind, stated }: { readonly kind: LifeEventKind; readonly stated: StatedChange }): boolean {
  const { card, corrects } = effectOf(kind);
  return card === 'replaced' && (!corrects || stated.corrected === undefined || isOnCard(stated.corrected));
}

/** Said with the card that is made anew: it was right for a household that has changed, unless what stood on it never was. */
export function whyOutdated({ kind }: { readonly kind: LifeEventKind }): { readonly reason?: 'correction' } {
  return effectOf(kind).corrects ? { reason: 'correction' } : {};
}

type Correcting = { readonly said: StatedCorrection; readonly words: MemberWords };

/** What of it cannot be read as it was typed: a name in the letters of the other script or half of one, a card that is none. */
export function faultOfWriting({ said, words }: Correcting): Refusal<CorrectionFault> | undefined {
  for (const script of ['fr', 'ar'] as const) {
    const told = Object.entries(definedIn(said.names[script]));
    const strange = told.find(([, word]) => !isWrittenIn(script, word));
    if (strange) return refuse('wrong-script', { place: `correction.names.${script}.${strange[0]}`, facts: { script } });
    if (told.length > 0 && words.names[script] === undefined) {
      const missing = told[0]?.[0] === 'family' ? 'given' : 'family';
      return refuse('half-name', { place: `correction.names.${script}.${missing}` });
    }
  }
  // Letters, then figures: the published grammars of the national card disagree beyond that.
  if (said.cnie !== undefined && !/^[A-Z]{1,2}\d{1,7}$/.test(said.cnie))
    return refuse('card-unwritable', { place: 'correction.cnie' });
  return undefined;
}

function isWrittenIn(script: 'fr' | 'ar', word: string): boolean {
  const [latin, arabic] = [/\p{Script=Latin}/u.test(word), /\p{Script=Arabic}/u.test(word)];
  return script === 'ar' ? arabic && !latin : latin && !arabic;
}

/** What speaks against these words for a member: that they are what is known, days that cannot be true, somebody else of the family. */
export function faultOfCorrection(
  member: Member,
  { was, now }: Corrected,
  family: KnownFamily,
): Refusal<CorrectionFault> | undefined {
  const [field] = differencesBetween(was, now);
  if (!field) return refuse('correction-same', { place: 'correction' });
  const isParent = member.entitledBy === 'applicant' || member.entitledBy === 'spouse';
  if (was.birthDate !== now.birthDate) {
    const place = 'correction.birthDate';
    if (now.birthDate > family.today) return refuse('born-to-come', { place });
    const least = isParent ? years.least : 0;
    if (!isOfAge(now.birthDate, family.today, least)) return refuse('age-unlikely', { place, facts: { ...years, least } });
  }
  if (!isOfFamily(now, family, 'correction', member.personId)) return undefined;
  return refuse('correction-in-family', { place: `correction.${field}` });
}
