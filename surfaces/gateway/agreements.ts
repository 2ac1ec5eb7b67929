import { createHash, timingSafeEqual } from 'node:crypto';
import { agreementsInForce } from '#modules/exchange';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../house.ts';

export type AgreementInForce = Awaited<ReturnType<typeof readInForce>>[number];

/** Who asks, by the key that came with the question; and how much of what may be asked in this minute is left. */
export type Agreements = {
  holderOf(authorization: string | undefined): Promise<AgreementInForce | undefined>;
  /** Seconds to wait where so many more would be too many; undefined where they may be asked, and are counted. */
  take(agreement: AgreementInForce, persons: number): number | undefined;
};

/** An agreement that was ended opens nothing after this time; the question is not asked of the database for each person at a desk. */
const FRESH_MS = 5_000;
/** No shorter key is worth a look: a body draws 32 bytes at random. */
const SHORTEST_KEY = 40;
const MINUTE_MS = 60_000;

export function openAgreements(house: House): Agreements {
  const now = () => house.clock.now().epochMilliseconds;
  const taken = new Map<string, { minute: number; persons: number }>();
  let kept: { readonly at: number; readonly agreements: ReturnType<typeof readInForce> } | undefined;
  const inForce = () => {
    if (kept === undefined || now() - kept.at > FRESH_MS) {
      const fresh = { at: now(), agreements: readInForce(house) };
      kept = fresh;
      fresh.agreements.catch(() => {
        if (kept === fresh) kept = undefined;
      });
    }
    return kept.agreements;
  };
  return {
    async holderOf(authorization) {
      const key = /^Bearer ([\x21-\x7e]{1,400})$/.exec(authorization ?? '')?.[1];
      if (key === undefined || key.length < SHORTEST_KEY) return undefined;
      const given = createHash('sha256').update(key).digest();
      // Every digest is compared, each in the same time: how long it took tells nothing of which.
      const opens = ({ keyDigests }: AgreementInForce) =>
        keyDigests.map((digest) => timingSafeEqual(given, Buffer.from(digest, 'hex'))).includes(true);
      const holders = (await inForce()).filter(opens);
      return holders[0];
    },
    take({ id, perMinute }, persons) {
      const minute = Math.floor(now() / MINUTE_MS);
      const before = taken.get(id);
      const sofar = before?.minute === minute ? before.persons : 0;
      if (sofar + persons > perMinute) return Math.ceil(((minute + 1) * MINUTE_MS - now()) / 1_000);
      taken.set(id, { minute, persons: sofar + persons });
      return undefined;
    },
  };
}

async function readInForce({ desk }: House) {
  const asked = await desk.ask(agreementsInForce, {}, { actor: systemActor('gateway') });
  return expectDone(asked, agreementsInForce.name).agreements;
}
