import {
  type Claim169,
  type CredentialClaims,
  checkClaim169,
  checkCredential,
  entryName,
  type Found,
  isMember,
  lookUp,
  type OfflineAnswer,
  offlineAnswer,
  type SetAtHand,
  type SignatureCheck,
} from '#modules/cards';
import { casablancaDate, type PlainDate, Temporal } from '#platform/dates';
import { hasValidCheckDigit, normaliseTyped } from '#platform/numbers';
import { readPasted } from '../../office/client/wedge.ts';
import { hashes } from './hashes.ts';

/** How the gateway names whom it is asked about. */
export type Subject = { readonly registration: string } | { readonly receipt: string } | { readonly code: string };

/** What is shown: the state, what was on the signed card, whether the patient is of the family, and how to ask the same on line. */
export type Shown = {
  readonly answer:
    | OfflineAnswer
    | { readonly state: 'forged' | 'unreadable' | 'slip' | 'card-alone' }
    | { readonly state: 'slip'; readonly digits: number };
  readonly card?: SignedCard | undefined;
  readonly member?: 'yes' | 'no' | 'unsure' | 'unread' | undefined;
  /** The number that a code bears, for people to read. */
  readonly number?: string;
  readonly subject?: Subject | undefined;
};

/** What a code says whose signature is good; of each member the given name where it is a household's, and the year of birth. */
export type SignedCard = Pick<CredentialClaims, 'names' | 'validFrom' | 'validUntil'> & { readonly members: readonly string[] };

export type World = {
  readonly sets: readonly SetAtHand[];
  readonly check: SignatureCheck | undefined;
  readonly now: number;
  readonly latestSeen: number;
};

/** Answers what was typed or read, by what this device keeps. */
export async function askHere(text: string, born: string, world: World): Promise<Shown> {
  const code = readPasted(text, (reading) => /^\s*RMD1:/.test(reading));
  if (code !== undefined) return ofCode(code, born, world);
  if (IN_BASE_45.test(text.trim())) return ofClaim169(text, born, world);
  const number = normaliseTyped(text);
  if (!/^\d+$/.test(number)) return { answer: { state: 'unreadable' } };
  if (number.length !== 12 && number.length !== 10) return { answer: { state: 'slip', digits: number.length } };
  if (!hasValidCheckDigit(number)) return { answer: { state: 'slip' } };
  return number.length === 10 ? ofSerial(number, world) : ofNumber(number, born, world);
}

/** Longer than any number, in the letters of a code of other countries' readers. */
const IN_BASE_45 = /^[0-9A-Z $%*+\-./:]{60,}$/;

/** A number of twelve figures is a family's or its receipt's: both are looked for. */
async function ofNumber(number: string, born: string, world: World): Promise<Shown> {
  const family = await find('registration', number, world);
  if (family.kind !== 'nobody') return { ...shown(family, born, world), subject: { registration: number } };
  const receipt = await find('receipt', number, world);
  const subject = receipt.kind === 'nobody' ? { registration: number } : { receipt: number };
  return { ...shown(receipt, born, world), subject };
}

/** A card by its printed number alone: only whether it was revoked. */
async function ofSerial(serial: string, world: World): Promise<Shown> {
  const { answer } = shown(await find('card', serial, world), '', world);
  return { answer: answer.state === 'unknown' ? { state: 'card-alone' } : answer };
}

async function ofCode(code: string, born: string, world: World): Promise<Shown> {
  const verdict = world.check && (await checkCredential(code, world.check, { on: todayOf(world) }));
  if (!verdict) return { answer: { state: 'cannot-tell', because: 'no-snapshot' } };
  if (!('claims' in verdict)) return { answer: { state: verdict.verdict } };
  const { claims } = verdict;
  const subject = { code };
  const card = {
    ...claims,
    members: claims.birthYears.map((year, at) => [claims.givenNames?.[at], year].filter(Boolean).join(' ')),
  };
  if (claims.kind === 'receipt')
    return {
      ...shown(await find('receipt', claims.receiptNumber, world), born, world),
      card,
      subject,
      number: claims.receiptNumber,
    };
  return {
    ...(await ofCard({ registration: claims.registrationNumber, serial: claims.cardSerial }, born, world)),
    card,
    subject,
    number: claims.registrationNumber,
  };
}

/** The same card in the form of MOSIP's claim 169. */
async function ofClaim169(text: string, born: string, world: World): Promise<Shown> {
  const read = world.check && (await checkClaim169(text, world.check));
  if (!read) return { answer: { state: 'cannot-tell', because: 'no-snapshot' } };
  if ('fault' in read) return { answer: { state: ['unreadable', 'shape'].includes(read.fault) ? 'unreadable' : 'forged' } };
  const card = cardOf(read);
  if (!card || read.subject === undefined || read.tokenId === undefined) return { answer: { state: 'unreadable' } };
  const told = await ofCard({ registration: read.subject, serial: read.tokenId }, born, world);
  return { ...told, card, subject: { registration: read.subject }, number: read.subject };
}

function cardOf({ identity, notBefore, expiresAt }: Claim169): SignedCard | undefined {
  if (notBefore === undefined || expiresAt === undefined) return undefined;
  const names = { latin: String(identity.fullName ?? ''), arabic: String(identity.secondaryFullName ?? '') };
  return { names, validFrom: dayAt(notBefore), validUntil: dayAt(expiresAt).subtract({ days: 1 }), members: [] };
}

/** A CWT says instants at midnight UTC for our days. */
function dayAt(seconds: number): PlainDate {
  return Temporal.Instant.fromEpochMilliseconds(seconds * 1_000)
    .toZonedDateTimeISO('UTC')
    .toPlainDate();
}

/** The family's right, unless the card itself was revoked. */
async function ofCard(card: { readonly registration: string; readonly serial: string }, born: string, world: World) {
  const own = await find('card', card.serial, world);
  const told = shown(await find('registration', card.registration, world), born, world);
  const isRevoked = told.answer.state !== 'cannot-tell' && own.kind === 'known' && own.outlook.state === 'revoked';
  return isRevoked ? { ...told, answer: { state: 'revoked' as const } } : told;
}

function find(kind: 'registration' | 'receipt' | 'card', number: string, { sets }: World): Promise<Found> {
  return lookUp(sets, entryName(kind, number), hashes);
}

function shown(found: Found, born: string, world: World): Pick<Shown, 'answer' | 'member'> {
  const issuedAt = world.sets.at(-1)?.manifest.issued_at;
  const moments = { ...world, issuedAt: issuedAt === undefined ? undefined : Date.parse(issuedAt) };
  const answer = offlineAnswer(found, todayOf(world).toString(), moments);
  const typed = normaliseTyped(born);
  if (typed === '' || answer.state === 'cannot-tell' || answer.state === 'unknown') return { answer };
  const isYear = /^\d{4}$/.test(typed) && typed >= EARLIEST_BIRTH && Number(typed) <= todayOf(world).year;
  return { answer, member: isYear ? isMember(found, Number(typed)) : 'unread' };
}

const EARLIEST_BIRTH = '1900';

export function todayOf({ now }: Pick<World, 'now'>): PlainDate {
  return casablancaDate(Temporal.Instant.fromEpochMilliseconds(now));
}
