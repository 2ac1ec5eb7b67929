import { Agent, request } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';

/** What one agent does over and over, and how often of a hundred. */
export const deeds = ['queue', 'open', 'search', 'submit'] as const;
export type DeedKind = (typeof deeds)[number];
/** Up to which of a hundred each is drawn: 35 queues, 35 files opened, 20 searches, 10 deeds. */
const drawnBelow: Readonly<Record<DeedKind, number>> = { queue: 35, open: 70, search: 90, submit: 100 };

export type SignedInAgent = { readonly token: string; readonly files: FilesOfAgent };
/** What lies in the agent's commune: to be opened, to be found by number, card or name, and to be decided on. */
export type FilesOfAgent = {
  readonly open: readonly string[];
  readonly search: readonly string[];
  /** Each is moved once. */
  readonly submit: string[];
};

export type Timed = { readonly kind: string; readonly ms: number; readonly status: number };

const pool = new Agent({ keepAlive: true, maxSockets: 600 });

/** Sends one request and waits for the whole answer. A connection that breaks counts as no answer. */
export function send(
  origin: string,
  path: string,
  { body, headers = {} }: { body?: unknown; headers?: object },
): Promise<Answer> {
  const text = body === undefined ? '' : JSON.stringify(body);
  const { promise, resolve } = Promise.withResolvers<Answer>();
  const sent = request(`${origin}${path}`, {
    agent: pool,
    method: body === undefined ? 'GET' : 'POST',
    headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(text), ...headers },
  });
  sent.on('response', (answer) => {
    const parts: Buffer[] = [];
    answer.on('data', (part: Buffer) => parts.push(part));
    answer.on('end', () =>
      resolve({ status: answer.statusCode ?? 0, text: Buffer.concat(parts).toString(), headers: answer.headers }),
    );
    answer.on('error', () => resolve(broken));
  });
  sent.on('error', () => resolve(broken));
  sent.end(text);
  return promise;
}

export type Answer = { readonly status: number; readonly text: string; readonly headers: NodeJS.Dict<string | string[]> };
const broken: Answer = { status: 0, text: '', headers: {} };

export async function timed(kind: string, asking: () => Promise<Answer>): Promise<Timed & { answer: Answer }> {
  const started = performance.now();
  const answer = await asking();
  return { kind, ms: performance.now() - started, status: answer.status, answer };
}

/**
 * Every agent at once, for so many seconds: a request, then a pause of two to eight seconds, as long as a quick hand needs for the next. None
 * waits for another; they begin spread over the first pause.
 */
export async function workTogether(origin: string, agents: readonly SignedInAgent[], seconds: number): Promise<Timed[]> {
  const ends = performance.now() + seconds * 1_000;
  const all = await Promise.all(agents.map((agent, at) => workAlone({ origin, agent, ends, seed: at + 1 })));
  return all.flat();
}

type Working = { readonly origin: string; readonly agent: SignedInAgent; readonly ends: number; readonly seed: number };

async function workAlone({ origin, agent, ends, seed }: Working): Promise<Timed[]> {
  const random = randomFrom(seed);
  const measured: Timed[] = [];
  await wait(random() * 5_000);
  while (performance.now() < ends) {
    const kind = kindOf(random() * 100);
    const { answer: _read, ...time } = await timed(kind, () => doOnce(origin, kind, agent, random));
    measured.push(time);
    await wait(2_000 + random() * 6_000);
  }
  return measured;
}

function doOnce(origin: string, kind: DeedKind, { token, files }: SignedInAgent, random: () => number): Promise<Answer> {
  const headers = { cookie: `ramed_session=${token}`, 'sec-fetch-site': 'same-origin' };
  const ask = (name: string, body: unknown) => send(origin, `/api/queries/${name}`, { body, headers });
  const pick = (list: readonly string[]) => list[Math.floor(random() * list.length)] ?? '';
  const application = kind === 'submit' ? files.submit.pop() : undefined;
  if (kind === 'search') return ask('applications.find-files', { text: pick(files.search) });
  if (kind === 'open') return ask('applications.one-file', { application: pick(files.open) });
  if (application === undefined) return ask('applications.my-work', { limit: 50 });
  const body = { application, papers: ['applicant-identity'] };
  const keyed = { ...headers, 'idempotency-key': `bench-${application}` };
  return send(origin, '/api/actions/applications.ask-for-papers', { body, headers: keyed });
}

function kindOf(hundredth: number): DeedKind {
  return deeds.find((kind) => hundredth < drawnBelow[kind]) ?? 'queue';
}

/** The same numbers in each run (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The time within which so many of a hundred were answered. */
export function within(times: readonly number[], hundredth: number): number {
  const sorted = [...times].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.floor((sorted.length * hundredth) / 100))] ?? Number.NaN;
}
