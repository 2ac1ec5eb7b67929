import { askProof } from './actions/ask-proof.ts';
import { composeMessages } from './actions/compose-messages.ts';
import { forgetMessages } from './actions/forget-messages.ts';
import type { NoticeDesk } from './actions/made-message.ts';
import { noteDelivery, noteHanded } from './actions/note-handed.ts';
import { proveAddress } from './actions/prove-address.ts';
import { sendNumber } from './actions/send-number.ts';
import { stopNotices } from './actions/stop-notices.ts';
import type { Messengers } from './gateway/messenger.ts';
import { forgetOldMessages } from './jobs/forget.ts';
import { tellOfEvents } from './jobs/on-events.ts';
import { askDelivery, sendMessage } from './jobs/send-message.ts';
import { openCodes } from './model/codes.ts';
import { messageToSend, messageUnderWay, outboxState } from './queries/outbox.ts';
import { noticesOfRequest, noticesToStop } from './queries/recipients.ts';

export { noticesFromEnv } from './gateway/settings.ts';
export { type Channel, channels } from './model/channel.ts';
export type { MessageState } from './model/lifecycle.ts';
export { write as writeMessage } from './model/templates.ts';

export type NoticeHouse = { readonly messengers: Messengers; readonly site: string; readonly secret: Uint8Array };

/** What families ask of their messages: bound to the secret of their codes, hence made once a house. */
export type NoticeDeeds = ReturnType<typeof noticeDeeds>;

export function noticeDeeds({ secret, site }: Pick<NoticeHouse, 'secret' | 'site'>) {
  const desk: NoticeDesk = { codes: openCodes(secret), site };
  return {
    askProof: askProof(desk),
    proveAddress: proveAddress(desk),
    sendNumber: sendNumber(desk),
    stopNotices,
    composeMessages: composeMessages(desk),
    noticesOfRequest,
    noticesToStop: noticesToStop(desk),
  };
}

/** Telling families, by the messengers given: the outbox, its deeds, questions and jobs. */
export function notices({ messengers }: Pick<NoticeHouse, 'messengers'>, deeds: NoticeDeeds) {
  const { composeMessages: compose } = deeds;
  return {
    name: 'notices',
    actions: [
      deeds.askProof,
      deeds.proveAddress,
      deeds.sendNumber,
      stopNotices,
      compose,
      noteHanded,
      noteDelivery,
      forgetMessages,
    ],
    queries: [noticesOfRequest, deeds.noticesToStop, messageToSend, messageUnderWay, outboxState],
    jobs: [sendMessage(messengers), askDelivery(messengers), forgetOldMessages, ...tellOfEvents(compose)],
  } as const;
}
