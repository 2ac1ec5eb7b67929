import { REVOCATION_REASONS, type Revocation, revokedCards, type SigningKey } from '#modules/cards';
import { toDate } from '#platform/dates';
import { expectDone, type Job, type JobContext } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../house.ts';
import { publishRevocations } from '../keys.ts';

/** Publishes the list of worthless cards anew whenever one is revoked. */
export function revocationsJob(dataFolder: string, key: SigningKey): Job<unknown> {
  return {
    name: JOB,
    on: 'cards.revoked',
    async handle(context) {
      await publishRevokedCards({ ...context, dataFolder, key });
      return undefined;
    },
  };
}

const JOB = 'cards.publish-revocations';

/** The same at each start of the worker, so that the list is there, and fresh, before any card is revoked. */
export async function publishRevocationsAtStart({ desk, clock, config, signingKey }: House): Promise<void> {
  await publishRevokedCards({ desk, clock, actor: systemActor(JOB), dataFolder: config.dataFolder, key: signingKey });
}

type Publishing = Pick<JobContext, 'desk' | 'clock' | 'actor'> & { readonly dataFolder: string; readonly key: SigningKey };

async function publishRevokedCards({ desk, clock, actor, dataFolder, key }: Publishing): Promise<void> {
  const { cards } = expectDone(await desk.ask(revokedCards, {}, { actor }), 'revoked-cards');
  const revocations = cards.map((card) => ({
    credential: card.serial,
    since: toDate(card.revoked_at.slice(0, 10)),
    reason: reasonOf(card.state),
  }));
  publishRevocations(dataFolder, revocations, clock.now(), key);
}

function reasonOf(state: string): Revocation['reason'] {
  if (state === 'lost_in_transit') return 'lost';
  return REVOCATION_REASONS.find((reason) => reason === state) ?? 'right-closed';
}
