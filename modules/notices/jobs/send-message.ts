import { Temporal } from '#platform/dates';
import { expectDone, type Job } from '#platform/jobs';
import { noteDelivery, noteHanded } from '../actions/note-handed.ts';
import type { Messengers } from '../gateway/messenger.ts';
import { messageToSend, messageUnderWay } from '../queries/outbox.ts';

type OfMessage = { readonly message: string };

/**
 * Hands one message to its messenger and notes what it said. At least once: a worker that dies in between hands it again, under the same name,
 * and a messenger that keeps names sends it once.
 */
export function sendMessage(messengers: Messengers): Job<OfMessage> {
  return {
    name: 'notices.send-message',
    on: 'notices.due',
    async handle({ desk, actor, key, log }, { message: id }) {
      const { message } = expectDone(await desk.ask(messageToSend, { message: id }, { actor }), 'notices.send-message');
      if (!message) return undefined;
      const handed = await messengers[message.channel].hand(message);
      const by = { actor, key: `${key}:${message.attempts + 1}` };
      const noted = expectDone(await desk.do(noteHanded, { message: id, handed }, by), 'notices.send-message');
      if (noted.state === 'given_up') log.warn({ message: id, channel: message.channel }, 'message given up');
      return noted.againAfterMs === undefined ? undefined : { againAfterMs: noted.againAfterMs };
    },
  };
}

const ASK_AGAIN_MS = 60_000;
const ASKED_FOR_HOURS = 24;

/** Asks the messenger what became of a message, for a day. */
export function askDelivery(messengers: Messengers): Job<OfMessage> {
  return {
    name: 'notices.ask-delivery',
    on: 'notices.handed',
    async handle({ desk, actor, key, clock }, { message: id }) {
      const { message } = expectDone(await desk.ask(messageUnderWay, { message: id }, { actor }), 'notices.ask-delivery');
      const messenger = message && messengers[message.channel];
      if (!message || !messenger?.delivery) return undefined;
      const state = await messenger.delivery(message.reference);
      if (state === 'pending') {
        const age = clock.now().since(Temporal.Instant.from(message.sentAt)).total('hours');
        return age > ASKED_FOR_HOURS ? undefined : { againAfterMs: ASK_AGAIN_MS };
      }
      expectDone(await desk.do(noteDelivery, { message: id, state }, { actor, key }), 'notices.ask-delivery');
      return undefined;
    },
  };
}
