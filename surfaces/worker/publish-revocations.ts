import { REVOCATION_REASONS, type Revocation, revokedCards, type SigningKey } from '#modules/cards';
import { toDate } from '#platform/dates';
import { expectDone, type Job } from '#platform/jobs';
import { publishRevocations } from '../keys.ts';

/** Publishes the list of worthless cards anew whenever one is revoked, and at each start of the worker. */
export function revocationsJob(dataFolder: string, key: SigningKey): Job<unknown> {
  return {
    name: 'cards.publish-revocations',
    on: 'cards.revoked',
    async handle(context) {
      const { cards } = expectDone(await context.desk.ask(revokedCards, {}, context), 'revoked-cards');
      const revocations = cards.map((card) => ({
        credential: card.serial,
        since: toDate(card.revoked_at.slice(0, 10)),
        reason: reasonOf(card.state),
      }));
      publishRevocations(dataFolder, revocations, context.clock.now(), key);
      return undefined;
    },
  };
}

function reasonOf(state: string): Revocation['reason'] {
  return REVOCATION_REASONS.find((reason) => reason === state) ?? 'right-closed';
}
