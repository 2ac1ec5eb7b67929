import type { Language } from '#platform/i18n';
import type { Channel } from '../model/channel.ts';
import type { Handed } from '../model/lifecycle.ts';

export type Outgoing = {
  /** The messenger is told it too: the same message handed again, because nobody knows whether it came through, is one message. */
  readonly id: string;
  readonly address: string;
  readonly language: Language;
  readonly body: string;
};

/** Who carries messages of one channel. Never throws: what is not known is `silent`. */
export type Messenger = {
  hand(message: Outgoing): Promise<Handed>;
  /** What became of a message it took; `pending` while it does not know. A messenger that never knows has none. */
  delivery?(reference: string): Promise<'pending' | 'delivered' | 'bounced'>;
};

export type Messengers = Readonly<Record<Channel, Messenger>>;
