import { z } from 'zod';
import { type IdentityAnswer, type NotAnswered, type PartnerClient, recordAnswered, recordEnvelope } from '#modules/exchange';
import { type Asking, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import { toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { territoryOf } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import { identityTold } from '../model/identity-told.ts';

const ScriptName = z.object({ family: z.string().trim().min(1).max(100), given: z.string().trim().min(1).max(100) });

const Typed = z.object({
  cnie: z.string().regex(/^[A-Z]{1,2}\d{1,7}$/),
  birth_date: z.iso.date(),
  sex: z.enum(['F', 'M']),
  names: z
    .object({ fr: ScriptName.optional(), ar: ScriptName.optional() })
    .refine(({ fr, ar }) => fr !== undefined || ar !== undefined),
});
type Typed = z.output<typeof Typed>;

const Told = z.object({
  standing: z.enum(['match', 'other-spelling', 'other-name', 'other-birth-date', 'deceased', 'unknown', 'silent']),
  names: z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() }).optional(),
  /** The day the register's data stood at, when it answered. */
  sourceDate: z.string().optional(),
  /** Since when it leaves this house without an answer, when it did not. */
  silentSince: z.string().optional(),
});

/** A person who types asks about a card every half minute; who asks faster goes through a list. */
const MOST_A_MINUTE = 30;

/**
 * Asks the identity register about one person while a request is typed, and tells in short whether it holds the same. The disclosure is
 * journaled with the card's digest, and is not made when it cannot be. Never in the way: a silent register is an answer, with since when.
 * Refused to who asks too fast. `client` has little patience: somebody waits at the counter.
 */
export function askIdentity(client: PartnerClient) {
  const paces = new Map<string, Pace>();
  const silence: Silence = { since: undefined };
  return defineAction({
    name: 'verifications.ask-identity',
    summary: 'Ask the identity register about a person while a request is typed',
    permission: 'verifications:ask-identity',
    input: Typed,
    output: Told,
    refusals: ['asked-too-often'],
    fetch: async (asking, typed) =>
      isTooFast(paces, asking) ? refuse('asked-too-often') : askRegister(client, silence, { asking, typed }),
    async run({ tx, actor, now, journal }, { cnie }, { id, result, told }) {
      const about = { partner: 'dgsn' as const, subject: 'identity-while-typing', at: now.toString() };
      if (result.ok) await recordAnswered(tx, about, { id, items: 1, ...result.envelope });
      else await recordLeft(tx, { ...about, id }, result.failure);
      const card = digestOf(cnie);
      const after = digestOf({ card, standing: told.standing });
      journal({ subject: `card:${card}`, territory: territoryOf(actor), after, reason: `dgsn ${told.standing}` });
      return told;
    },
  });
}

/** A question left without an answer is not sent again: whoever typed went on. One that never left the house is no message. */
async function recordLeft(
  tx: Tx,
  about: { id: string; partner: string; subject: string; at: string },
  failure: NotAnswered['failure'],
) {
  if (failure === 'circuit-open') return;
  const state = failure === 'refused' ? ('refused' as const) : ('timed-out' as const);
  await recordEnvelope(tx, { ...about, direction: 'out', items: 1, state, failure, closed: true });
}

type Pace = { readonly minute: number; asked: number };
type Silence = { since: string | undefined };

function isTooFast(paces: Map<string, Pace>, { actor, now }: Asking): boolean {
  const minute = Math.floor(now.epochMilliseconds / 60_000);
  for (const [other, { minute: last }] of paces) if (last < minute) paces.delete(other);
  const pace = paces.get(actor.id) ?? { minute, asked: 0 };
  pace.asked += 1;
  paces.set(actor.id, pace);
  return pace.asked > MOST_A_MINUTE;
}

type Wanted = { readonly asking: Asking; readonly typed: Typed };

async function askRegister(client: PartnerClient, silence: Silence, { asking, typed }: Wanted) {
  const id = newId();
  const { cnie, names, sex, birth_date } = typed;
  const answered = await client.checkIdentities(id, [{ ref: id, cnie, names, sex, birthDate: toDate(birth_date) }]);
  const answer = answered.ok ? answered.answers[0] : undefined;
  if (answered.ok && answer) {
    silence.since = undefined;
    const { acknowledgement, bytesDigest, sourceDate } = answered;
    const envelope = { acknowledgement, bodyDigest: bytesDigest, sourceDate: sourceDate.toString() };
    return { id, result: { ok: true as const, envelope }, told: toldOf(typed, answer, sourceDate.toString()) };
  }
  silence.since ??= asking.now.toString();
  const failure = answered.ok ? ('nonsense' as const) : answered.failure;
  return { id, result: { ok: false as const, failure }, told: { standing: 'silent' as const, silentSince: silence.since } };
}

function toldOf(typed: Typed, answer: IdentityAnswer, sourceDate: string): z.output<typeof Told> {
  const { standing, names } = identityTold(typed, answer);
  return { standing, sourceDate, ...(names ? { names } : {}) };
}
