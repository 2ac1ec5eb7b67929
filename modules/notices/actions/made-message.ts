import type { DeedContext } from '#platform/actions';
import { newId } from '#platform/ids';
import type { Codes } from '../model/codes.ts';
import { measure } from '../model/segments.ts';
import { type Outcome, type Template, write } from '../model/templates.ts';
import { insertMessages } from '../store/messages.ts';
import type { MessageRow, RecipientRow } from '../store/tables.ts';

/** What notices need besides the database: the secret behind their codes, and where the portal is, without `https://`. */
export type NoticeDesk = { readonly codes: Codes; readonly site: string };

type To = Pick<RecipientRow, 'application_id' | 'territory' | 'application_number' | 'channel' | 'address' | 'language'>;

type What = {
  readonly to: To;
  readonly template: Template;
  readonly code?: string;
  readonly became?: Outcome | undefined;
};

/** A message for one recipient about what this deed tells: the same deed and template again is the same message. */
export function toMessage(
  { deed, now }: DeedContext,
  { codes, site }: NoticeDesk,
  { to, template, code, became }: What,
): MessageRow {
  const { application_id, territory, channel, address, language } = to;
  const stopping = code === undefined ? { stopCode: codes.stopCode(application_id) } : { code };
  const body = write(template, language, { number: to.application_number, site, became, ...stopping });
  const at = now.toString();
  return {
    id: newId(),
    application_id,
    territory,
    event: deed,
    template,
    channel,
    address,
    language,
    body,
    segments: channel === 'sms' ? measure(body).segments : 0,
    state: 'waiting',
    since: at,
    made_at: at,
    attempts: 0,
    reason: null,
    reference: null,
  };
}

/** Puts messages in the outbox, each to be sent by a job of its own. Those already there stay as they are. */
export async function post(context: DeedContext, messages: readonly MessageRow[]): Promise<number> {
  const made = await insertMessages(context.tx, messages);
  for (const message of made) context.emit('notices.due', { message });
  return made.length;
}
