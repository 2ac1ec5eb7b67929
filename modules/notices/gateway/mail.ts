import { createTransport } from 'nodemailer';
import { translator } from '#platform/i18n';
import type { Handed } from '../model/lifecycle.ts';
import type { Messenger } from './messenger.ts';

export type MailSettings = {
  /** `smtp://host:port` or `smtps://user:password@host:port`. */
  readonly url: URL;
  readonly from: string;
  readonly timeoutMs: number;
};

/**
 * E-mail over SMTP. The message's own name is its Message-ID, by which mailboxes know one that comes twice. A mailbox that is refused only
 * after the server took the message is told by mail to `from`, which a person reads.
 */
export function mailMessenger({ url, from, timeoutMs }: MailSettings): Messenger {
  const isLocal = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  const user = decodeURIComponent(url.username);
  const transport = createTransport({
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: Number(url.port),
    secure: url.protocol === 'smtps:',
    requireTLS: !isLocal,
    ignoreTLS: isLocal && url.protocol === 'smtp:',
    ...(user === '' ? {} : { auth: { user, pass: decodeURIComponent(url.password) } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
  });
  return {
    async hand({ id, address, language, body }) {
      const messageId = `<${id}@${from.split('@')[1] ?? 'ramed'}>`;
      const subject = translator(language)('notices.subject');
      try {
        await transport.sendMail({
          from,
          to: { name: '', address },
          subject,
          text: body,
          messageId,
          headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': language },
        });
        return { outcome: 'taken', reference: messageId };
      } catch (error) {
        return toHanded(error);
      }
    },
  };
}

/** Only a 5xx about the recipient or the message is a refusal; one about who we are, and everything else, is tried again. */
function toHanded(error: unknown): Handed {
  const { code = '', responseCode = 0 } = error as { code?: string; responseCode?: number };
  const isRefusal = responseCode >= 500 && (code === 'EENVELOPE' || code === 'EMESSAGE');
  if (isRefusal) return { outcome: 'refused', reason: `smtp-${responseCode}` };
  return { outcome: 'silent', reason: responseCode > 0 ? `smtp-${responseCode}` : 'no-answer' };
}
