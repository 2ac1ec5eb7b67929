import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { revocationOfCard, type Verdict, verifyCredential } from '#modules/cards';
import { minutesByDigest, readMinutesCode } from '#modules/commissions';
import { today } from '#platform/clock';
import { casablancaDate, type PlainDate, Temporal, toDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import { type Actor, publicActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import { renderVerify, type VerifyAnswer, type VerifyError, type VerifyView } from '../pages/verify.tsx';
import { paths, placeOf } from '../place.ts';
import { fieldOf, sendPage } from './answers.ts';
import { readCode } from './code-of-image.ts';
import type { RoutesInLanguage } from './portal.ts';

/** The largest photograph taken; a code fills a screen long before. */
const LARGEST_IMAGE = 5 * 1024 * 1024;
/** A larger one is still received and thrown away, so that whoever sent it gets a page that says so instead of a broken line. */
const LARGEST_BODY = 32 * 1024 * 1024;

/**
 * P23: what the code of a card or a receipt is worth today, by our public key and the cards revoked so far; of minutes or a letter, whether
 * such minutes are sealed. No name is ever shown.
 */
export const verifyRoutes: RoutesInLanguage = (app, portal, language) => {
  const page = (view: VerifyView) => renderVerify(placeOf(language, paths.verify), view);
  app.get('/verify', async (_request, reply) => sendPage(reply, page({}), { personal: true }));
  app.post('/verify', { bodyLimit: LARGEST_BODY }, async (request, reply) => {
    const given = await readGiven(request);
    if (await portal.hasTriedTooOften.verify(request)) {
      return sendPage(reply, page({ typed: given.typed, error: 'too-many-attempts' }), { status: 429, personal: true });
    }
    const code = await codeIn(given);
    if ('error' in code) return sendPage(reply, page({ typed: given.typed, error: code.error }), { status: 422, personal: true });
    return sendPage(reply, page({ answer: await judge(portal.house, code.text) }), { personal: true });
  });
};

type Given = { readonly typed: string; readonly image?: Buffer | 'image-too-large' | 'image-without-code' };

/** Nothing longer is a code; what is shown again stays short. */
const LONGEST_CODE = 4_000;
const limits = { fileSize: LARGEST_IMAGE, files: 1, fields: 2, fieldSize: LONGEST_CODE };

async function readGiven(request: FastifyRequest): Promise<Given> {
  if (!request.isMultipart()) return { typed: fieldOf(request.body, 'code').slice(0, LONGEST_CODE) };
  let given: Given = { typed: '' };
  try {
    for await (const part of request.parts({ limits })) {
      if (part.type === 'file') given = { ...given, image: await readImage(part) };
      else if (part.fieldname === 'code') given = { ...given, typed: String(part.value) };
    }
    return given;
  } catch {
    // A form that broke off on the way is its sender's bad luck, not a fault of ours.
    return { ...given, image: 'image-without-code' };
  }
}

async function readImage(part: MultipartFile): Promise<Buffer | 'image-too-large'> {
  const bytes = await part.toBuffer();
  return part.file.truncated ? 'image-too-large' : bytes;
}

async function codeIn({ typed, image }: Given): Promise<{ text: string } | { error: VerifyError }> {
  if (typed.trim() !== '') return { text: typed };
  if (typeof image === 'string') return { error: image };
  if (image === undefined || image.length === 0) return { error: 'code-missing' };
  const text = await readCode(image);
  return text === undefined ? { error: 'image-without-code' } : { text };
}

async function judge(house: House, text: string): Promise<VerifyAnswer> {
  const { id, publicKey } = house.signingKey;
  const on = today(house.clock);
  const code = readMinutesCode(text);
  if (code) return judgeMinutes(house, code, on);
  const verdict = verifyCredential(text, { publicKeys: new Map([[id, publicKey]]), on });
  const answer = (await isRevoked(house, verdict)) ? ({ verdict: 'revoked', checkedOn: on } as const) : toAnswer(verdict, on);
  return 'claims' in verdict ? { ...answer, right: await readRight(house, text) } : answer;
}

/** Whoever holds the paper, whoever that is: noted under this name, which the family reads as this page. */
export const HOLDER_OF_PAPER = 'public:verify';
const holder: Actor = { id: HOLDER_OF_PAPER, permissions: new Set(['entitlements:ask-right'] as const), scopes: [] };

/**
 * What the family may ask of care today, whatever its paper says of itself: the state and its days, nothing of who they are. The signed code
 * stands in for a right to ask (decision 0014); each answer is noted before it is given.
 */
async function readRight({ desk, rightOf }: House, code: string): Promise<NonNullable<VerifyAnswer['right']>> {
  const asked = await desk.ask(rightOf, { subjects: [{ by: 'code', code }], fields: ['period'] }, { actor: holder });
  const [told] = expectDone(asked, 'portal.verify').answers;
  if (!told) throw new Error('a question about one was answered about nobody');
  const { state, since, until } = told;
  return { state, ...(since ? { since: toDate(since) } : {}), ...(until ? { until: toDate(until) } : {}) };
}

/** The code of minutes or of a letter: whether such minutes are sealed, and the decision is in them. */
async function judgeMinutes({ desk }: House, code: MinutesCode, checkedOn: PlainDate): Promise<VerifyAnswer> {
  const asked = await desk.ask(minutesByDigest, code, { actor: publicActor });
  const { found } = expectDone(asked, 'portal.verify');
  if (!found) return { verdict: 'minutes-unknown', checkedOn };
  if (found.hasDecision === false) return { verdict: 'decision-unknown', checkedOn };
  const day = casablancaDate(Temporal.Instant.from(found.sealedAt));
  return { verdict: found.hasDecision ? 'decision' : 'minutes', checkedOn, day };
}

type MinutesCode = NonNullable<ReturnType<typeof readMinutesCode>>;

async function isRevoked({ desk }: House, verdict: Verdict): Promise<boolean> {
  if (!('claims' in verdict) || verdict.claims.kind !== 'card') return false;
  const asked = await desk.ask(revocationOfCard, { serial: verdict.claims.cardSerial }, { actor: publicActor });
  return expectDone(asked, 'portal.verify').revokedAt !== undefined;
}

function toAnswer(verdict: Verdict, checkedOn: PlainDate): VerifyAnswer {
  if (!('claims' in verdict) || verdict.verdict === 'revoked') return { verdict: verdict.verdict, checkedOn };
  const { kind, validFrom, validUntil } = verdict.claims;
  if (verdict.verdict === 'not-yet-valid') return { verdict: 'not-yet-valid', checkedOn, day: validFrom };
  const isValidReceipt = verdict.verdict === 'valid' && kind === 'receipt';
  return { verdict: isValidReceipt ? 'receipt' : verdict.verdict, checkedOn, day: validUntil };
}
