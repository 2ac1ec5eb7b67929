import { createHash } from 'node:crypto';
import type { FastifyRequest } from 'fastify';
import { type Credentials, type SignedIn, type SignInRefusal, signIn } from '#modules/staff';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import type { House } from '../house.ts';

/**
 * How fast one may ask. An office, or a whole ministry, comes from one address: who is signed in is counted by session, who signs in by
 * login, and an address only for what nobody stands behind and for sign-ins that failed.
 */
export type Pace = {
  /** What a request is counted by. */
  readonly keyOf: (request: FastifyRequest, token: string | undefined) => string;
  /** A session that was found open, or was just opened: its requests are its own from now on. */
  readonly know: (token: string) => void;
  readonly hasFailedTooOften: (request: FastifyRequest) => boolean;
  readonly noteFailure: (request: FastifyRequest) => void;
};

/** Enough for the slips of a ministry behind one address in the minute that all come to work, too few to guess with. */
const FAILURES_A_MINUTE = 300;
/** Forgotten sessions are looked up again; a made-up token is never among them, so that it does not escape its address. */
const MOST_KNOWN = 50_000;

const paces = new WeakMap<House, Pace>();

export function paceOf(house: House): Pace {
  const known = paces.get(house);
  if (known) return known;
  const opened = openPace(house);
  paces.set(house, opened);
  return opened;
}

function openPace({ clock }: House): Pace {
  const sessions = new Set<string>();
  let failures = { minute: 0, byAddress: new Map<string, number>() };
  const inThisMinute = () => {
    const minute = Math.floor(clock.now().epochMilliseconds / 60_000);
    if (failures.minute !== minute) failures = { minute, byAddress: new Map() };
    return failures.byAddress;
  };
  return {
    keyOf(request, token) {
      const session = token === undefined ? undefined : digestOf(token);
      return session !== undefined && sessions.has(session) ? `session:${session}` : request.ip;
    },
    know(token) {
      if (sessions.size >= MOST_KNOWN) sessions.clear();
      sessions.add(digestOf(token));
    },
    hasFailedTooOften: (request) => (inThisMinute().get(request.ip) ?? 0) >= FAILURES_A_MINUTE,
    noteFailure(request) {
      const counts = inThisMinute();
      counts.set(request.ip, (counts.get(request.ip) ?? 0) + 1);
    },
  };
}

/**
 * What compares a password, at any door. Too many failures from one address in a minute, and nothing more is compared for it: a guesser with a
 * list of logins is stopped before the processor pays for it. An account that is guessed at closes by itself.
 */
export async function atPace<T extends object>(
  house: House,
  request: FastifyRequest,
  compare: () => Promise<T>,
): Promise<T | Refusal<'too-many-requests'>> {
  const pace = paceOf(house);
  if (pace.hasFailedTooOften(request)) return refuse('too-many-requests');
  const outcome = await compare();
  if (isRefusal(outcome) && outcome.refused === 'wrong-credentials') pace.noteFailure(request);
  return outcome;
}

/** Signs in, and counts the session by itself from now on. */
export async function signInAtPace(
  house: House,
  request: FastifyRequest,
  credentials: Credentials,
): Promise<SignedIn | Refusal<SignInRefusal | 'too-many-requests'>> {
  const outcome = await atPace(house, request, () => signIn(house, credentials));
  if ('token' in outcome) paceOf(house).know(outcome.token);
  return outcome;
}

/** For the routes where somebody signs in: counted by who is named, by the address where nobody is. Parsed bodies only, hence the later hook. */
export const limitedByLogin = {
  config: {
    rateLimit: {
      max: 300,
      timeWindow: '1 minute',
      hook: 'preHandler',
      keyGenerator: ({ body, ip }: FastifyRequest) => {
        const login = typeof body === 'object' && body !== null && 'login' in body ? body.login : undefined;
        return typeof login === 'string' && login !== '' ? `login:${login.slice(0, 120).toLowerCase()}` : ip;
      },
    },
  },
} as const;

function digestOf(token: string): string {
  return createHash('sha256').update(token).digest('base64url');
}
