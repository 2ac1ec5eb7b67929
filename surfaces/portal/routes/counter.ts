import type { FastifyReply } from 'fastify';
import { decodeAnswers, fileNumbered, looksLikeApplicationNumber, readDossierCode } from '#modules/applications';
import { joinSealedParts, openCose, readSealedPart, type SealedPart, verifyCredential } from '#modules/cards';
import { today } from '#platform/clock';
import type { Language } from '#platform/i18n';
import { normaliseTyped } from '#platform/numbers';
import type { House } from '../../house.ts';
import { dossierSecret } from '../../keys.ts';
import { findSession } from '../../server/identity.ts';
import { type PostView, renderPost, type ScanError } from '../pages/post.tsx';
import { paths, placeOf } from '../place.ts';
import { fieldOf, goTo, sendPage } from './answers.ts';
import type { RoutesInLanguage } from './portal.ts';
import { readPost } from './read-post.ts';

/** An agent's post, and the field on it into which a scanner types: the code of a dossier or a receipt opens the file, and so does its number. */
export const counterRoutes: RoutesInLanguage = (app, { house }, language) => {
  const toSignIn = `/${language}${paths.signIn}`;
  app.get('/post', async (request, reply) => {
    const session = await findSession(house, request);
    return session ? showPost({ house, language, reply }, session) : goTo(reply, toSignIn);
  });
  // Whoever reloads a page that refused a code, or changes its language, is back at the post.
  app.get('/post/open', async (_request, reply) => goTo(reply, `/${language}${paths.post}`));
  app.post('/post/open', { bodyLimit: 16_384 }, async (request, reply) => {
    // A form that another site sends comes without a session.
    const session = await findSession(house, request);
    if (!session) return goTo(reply, toSignIn);
    const typed = fieldOf(request.body, 'scanned').slice(0, LONGEST);
    const scanned = readScan(house, typed);
    const number = 'number' in scanned && (await numberInReach(house, session, scanned.number));
    if (number) return goTo(reply, `/${language}${paths.request(number)}`);
    const error = 'number' in scanned ? (scanned.isProven ? 'elsewhere' : 'not-found') : scanned.error;
    return showPost({ house, language, reply }, session, { typed: worthMending(typed), error });
  });
};

/** The code of a receipt is ten times longer than a dossier's; nothing longer is one of ours. */
const LONGEST = 2_000;

/** Figures that somebody typed come back to be mended. A code does not: the next scan would be typed behind it. */
function worthMending(typed: string): string {
  return /^\d+$/.test(normaliseTyped(typed)) ? typed.slice(0, 40) : '';
}

type Session = NonNullable<Awaited<ReturnType<typeof findSession>>>;
type Showing = { readonly house: House; readonly language: Language; readonly reply: FastifyReply };
type Refused = NonNullable<PostView['scan']>;

async function showPost({ house, language, reply }: Showing, session: Session, scan?: Refused): Promise<FastifyReply> {
  const view = { ...(await readPost(house, language, session)), ...(scan ? { scan } : {}) };
  return sendPage(reply, renderPost(placeOf(language, paths.post), view), { status: scan ? 422 : 200, personal: true });
}

/** The number of a request, and whether our own seal or signature vouches for it; or why there is none. */
type Scanned = { readonly number: string; readonly isProven: boolean } | { readonly error: ScanError };

function readScan(house: House, typed: string): Scanned {
  if (typed.trim() === '') return { error: 'missing' };
  if (looksLikeApplicationNumber(typed)) return { number: normaliseTyped(typed), isProven: false };
  const dossier = readDossierCode(typed, dossierSecret(house.signingKey));
  const answers = readSealedPart(typed);
  if (answers !== undefined) return readAnswers(house, answers);
  if (dossier === undefined) return readReceipt(house, typed);
  return dossier === 'forged' ? { error: 'forged' } : { ...dossier, isProven: true };
}

/** The code of a dossier's answers opens the file, too, when it is the only one of its dossier: the office reads the others. */
function readAnswers({ signingKey: { id, publicKey } }: House, part: SealedPart | 'other-version'): Scanned {
  if (part === 'other-version') return { error: 'unreadable' };
  if (part.of > 1) return { error: 'part' };
  const token = joinSealedParts([part]);
  const opened = token && openCose(token, new Map([[id, publicKey]]));
  if (opened === undefined || 'fault' in opened) return { error: 'forged' };
  const read = decodeAnswers(opened.payload);
  return 'answers' in read ? { number: read.answers.number, isProven: true } : { error: 'unreadable' };
}

/** A receipt's code, also behind figures that were left in the field. */
function readReceipt({ signingKey: { id, publicKey }, clock }: House, typed: string): Scanned {
  const [, code = typed] = /(RMD\d:.*)$/is.exec(typed) ?? [];
  const verdict = verifyCredential(code, { publicKeys: new Map([[id, publicKey]]), on: today(clock) });
  if (!('claims' in verdict)) return { error: verdict.verdict };
  const { claims } = verdict;
  return claims.kind === 'receipt' ? { number: claims.receiptNumber, isProven: true } : { error: 'card' };
}

/** Row-level security keeps to the jurisdiction: a file elsewhere is not there. */
async function numberInReach({ desk }: House, { actor }: Session, number: string): Promise<string | undefined> {
  const outcome = await desk.ask(fileNumbered, { number }, { actor });
  return outcome.ok && outcome.output.file ? number : undefined;
}
