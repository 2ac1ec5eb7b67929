import { tablesOf } from '#platform/database';
import type { Language } from '#platform/i18n';
import type { Channel } from '../model/channel.ts';
import type { MessageState } from '../model/lifecycle.ts';
import type { Template } from '../model/templates.ts';

type Place = {
  application_id: string;
  territory: string;
  application_number: string;
  channel: Channel;
  address: string;
  language: Language;
};

export type RecipientRow = Place & { proven_at: string; stop_digest: string };
export type ProofRow = Place & { code_digest: string; expires_at: string; tries_left: number };

export type MessageRow = {
  id: string;
  application_id: string;
  territory: string;
  event: string;
  template: Template;
  channel: Channel;
  address: string | null;
  language: Language;
  body: string | null;
  segments: number;
  state: MessageState;
  since: string;
  made_at: string;
  attempts: number;
  reason: string | null;
  reference: string | null;
};

export const tables = tablesOf<{
  recipient: RecipientRow;
  proof: ProofRow;
  message: MessageRow;
  code_sent: { id: string; digest: string; at: string };
}>('notices');
