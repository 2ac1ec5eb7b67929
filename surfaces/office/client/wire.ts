import type { Refusal } from '#platform/refusals';
import type { DeedInput, DeedName, DeedOutput, QuestionInput, QuestionName, QuestionOutput } from './contract.ts';
import { RefusedError, SignedOutError, UnreachableError } from './failures.ts';

/** A line of a village may be slow; one that says nothing for this long is cut. */
const PATIENCE_MS = 30_000;
/** Some megabytes over such a line. */
const SCAN_PATIENCE_MS = 180_000;

/** Asks the server a question. Throws {@link RefusedError}, {@link SignedOutError} or {@link UnreachableError}. */
export async function askServer<N extends QuestionName>(
  name: N,
  input: QuestionInput<N>,
  author?: string,
): Promise<QuestionOutput<N>> {
  return (await post(`/api/queries/${name}`, input, authored(author))) as QuestionOutput<N>;
}

/** Has a deed done, once per key whatever is sent how often. Throws as {@link askServer} does. */
export async function doOnServer<N extends DeedName>(
  name: N,
  input: DeedInput<N>,
  { key, author }: { readonly key: string; readonly author?: string | undefined },
): Promise<DeedOutput<N>> {
  return (await post(`/api/actions/${name}`, input, { 'idempotency-key': key, ...authored(author) })) as DeedOutput<N>;
}

/** Somebody else may have signed in on this computer since: what an agent asks and does is answered to that agent alone. */
function authored(author: string | undefined): Readonly<Record<string, string>> {
  return author === undefined ? {} : { 'ramed-author': author };
}

/** A JSON answer of our own server to something sent; whatever else answers is as good as nobody. */
export async function post(path: string, body: unknown, headers: Readonly<Record<string, string>> = {}): Promise<unknown> {
  const answer = await reach(path, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });
  return readAnswer(answer, (refusal) => toRefused(path, refusal));
}

async function readAnswer(answer: Response, refused: (refusal: Refusal) => RefusedError): Promise<unknown> {
  const said = await readJson(answer);
  if (answer.ok) return said;
  if (answer.status === 401) throw isRefusal(said) && !isSignedOut(said) ? refused(said) : new SignedOutError();
  if (isRefusal(said)) throw refused(said);
  throw new UnreachableError(`answered ${answer.status}`);
}

/** A scan of minutes that were signed on paper: of which sitting, the digest on it or how that begins, and who signed on it. */
export type SignedScan = {
  readonly sitting: string;
  readonly digest: string;
  readonly members: readonly string[];
  readonly scan: Blob;
};

/** Has the scan of signed minutes kept, once per key. Throws as {@link askServer} does; what is wrong with the scan itself, the documents say. */
export async function keepSignedScan(
  { sitting, digest, members, scan }: SignedScan,
  { key, author }: { readonly key: string; readonly author?: string | undefined },
): Promise<DeedOutput<'commissions.note-signed-paper'>> {
  const who = new URLSearchParams({ digest });
  for (const member of members) who.append('member', member);
  const headers = { 'content-type': 'application/octet-stream', 'idempotency-key': key, ...authored(author) };
  const answer = await reach(`/api/signed-minutes/${sitting}?${who}`, { method: 'POST', headers, body: scan }, SCAN_PATIENCE_MS);
  const module = (refusal: Refusal) =>
    moduleOfRefusal(refusal.place === 'page' && !isOfCommissions(refusal) ? 'documents' : 'commissions', refusal);
  return (await readAnswer(answer, (refusal) => new RefusedError(module(refusal), refusal))) as never;
}

function isOfCommissions({ refused }: Refusal): boolean {
  return ['scan-unchecked', 'paper-kept'].includes(refused);
}

/** Has a list of families to register taken in; the same file twice is one list. Throws as {@link askServer} does. */
export async function bringRegistrationList(file: Blob, author?: string): Promise<ReceivedList> {
  const headers = { 'content-type': 'application/octet-stream', ...authored(author) };
  const answer = await reach('/api/registration-lists', { method: 'POST', headers, body: file }, SCAN_PATIENCE_MS);
  const told = await readAnswer(answer, (refusal) => new RefusedError(moduleOfRefusal('entitlements', refusal), refusal));
  return told as ReceivedList;
}

export type ReceivedList = { readonly list: string; readonly known: boolean };

export async function get(path: string): Promise<unknown> {
  const answer = await reach(path, { method: 'GET' });
  if (answer.status === 401) throw new SignedOutError();
  if (!answer.ok) throw new UnreachableError(`answered ${answer.status}`);
  return readJson(answer);
}

async function reach(path: string, request: RequestInit, patience = PATIENCE_MS): Promise<Response> {
  try {
    return await fetch(path, { ...request, redirect: 'error', signal: AbortSignal.timeout(patience) });
  } catch (cause) {
    throw new UnreachableError('no answer', { cause });
  }
}

async function readJson(answer: Response): Promise<unknown> {
  if (!answer.headers.get('content-type')?.startsWith('application/json'))
    throw new UnreachableError(`answered ${answer.status} without JSON`);
  try {
    return await answer.json();
  } catch (cause) {
    throw new UnreachableError('half an answer', { cause });
  }
}

function toRefused(path: string, refusal: Refusal): RefusedError {
  const name = path.startsWith('/api/office/') ? 'staff' : (path.split('/').at(-1) ?? '');
  return new RefusedError(moduleOfRefusal(name, refusal), refusal);
}

/** Whose words tell a refusal of a deed or question: its module's, or those of the desk that every deed passes. */
export function moduleOfRefusal(name: string, refusal: Refusal): string {
  return isOfTheDesk(refusal) ? 'actions' : (name.split('.', 1)[0] ?? '');
}

function isSignedOut({ refused }: Refusal): boolean {
  return ['not-allowed', 'signed-out', 'other-author'].includes(refused);
}

function isOfTheDesk({ refused }: Refusal): boolean {
  return ['not-allowed', 'wrong-input', 'key-reused', 'too-many-requests'].includes(refused);
}

function isRefusal(said: unknown): said is Refusal {
  return typeof said === 'object' && said !== null && 'refused' in said && typeof said.refused === 'string';
}
