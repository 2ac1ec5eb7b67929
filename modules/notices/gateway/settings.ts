import { RamedError } from '#platform/errors';
import { mailMessenger } from './mail.ts';
import type { Messengers } from './messenger.ts';
import { smsMessenger } from './sms.ts';

/** Where the stand-ins listen, from the base port of RAMED_PARTNERS_PORT_BASE. */
const standIns = { sms: 5, mail: 6 } as const;
const DEFAULT_PORT_BASE = 4100;
const DEFAULT_PORT = 3000;
const DEFAULT_TIMEOUT_MS = 10_000;

export type NoticeSettings = { readonly messengers: Messengers; readonly site: string };

/**
 * How messages travel: RAMED_PARTNER_SMS_URL, …_KEY and …_SENDER; RAMED_PARTNER_MAIL_URL (`smtp://` or `smtps://`, with user and password)
 * and …_FROM; …_TIMEOUT_MS of each (10000); RAMED_PUBLIC_ADDRESS, where the portal is, as families type it. Unset, the stand-ins of this
 * machine; in production all must be given, and beyond this machine nothing goes in clear. Throws `notices.environment` naming the variable.
 */
export function noticesFromEnv(env: NodeJS.ProcessEnv): NoticeSettings {
  const isProduction = env.RAMED_MODE === 'production';
  const given = (variable: string, otherwise: string): string => {
    const value = env[variable] || (isProduction ? '' : otherwise);
    if (value === '') throw wrong(variable, 'must be given');
    return value;
  };
  const port = (name: keyof typeof standIns) => Number(env.RAMED_PARTNERS_PORT_BASE || DEFAULT_PORT_BASE) + standIns[name];
  const smsUrl = addressOf('RAMED_PARTNER_SMS_URL', given('RAMED_PARTNER_SMS_URL', `http://127.0.0.1:${port('sms')}`));
  if (!isLocal(smsUrl) && smsUrl.protocol !== 'https:') throw wrong('RAMED_PARTNER_SMS_URL', 'must be https beyond this machine');
  const mailUrl = addressOf('RAMED_PARTNER_MAIL_URL', given('RAMED_PARTNER_MAIL_URL', `smtp://127.0.0.1:${port('mail')}`));
  if (!['smtp:', 'smtps:'].includes(mailUrl.protocol) || mailUrl.port === '')
    throw wrong('RAMED_PARTNER_MAIL_URL', 'must be smtp://host:port or smtps://host:port');
  return {
    messengers: {
      sms: smsMessenger({
        baseUrl: smsUrl.href.replace(/\/$/, ''),
        key: given('RAMED_PARTNER_SMS_KEY', 'development-only-sms'),
        sender: env.RAMED_PARTNER_SMS_SENDER || 'RAMED',
        timeoutMs: timeoutOf('RAMED_PARTNER_SMS_TIMEOUT_MS', env),
      }),
      mail: mailMessenger({
        url: mailUrl,
        from: given('RAMED_PARTNER_MAIL_FROM', 'ramed@example.ma'),
        timeoutMs: timeoutOf('RAMED_PARTNER_MAIL_TIMEOUT_MS', env),
      }),
    },
    site: given('RAMED_PUBLIC_ADDRESS', `localhost:${env.PORT || DEFAULT_PORT}`),
  };
}

function addressOf(variable: string, text: string): URL {
  const url = URL.parse(text);
  if (url === null) throw wrong(variable, 'must be an address');
  return url;
}

function isLocal({ hostname }: URL): boolean {
  return ['127.0.0.1', 'localhost', '[::1]'].includes(hostname);
}

function timeoutOf(variable: string, env: NodeJS.ProcessEnv): number {
  const timeoutMs = Number(env[variable] || DEFAULT_TIMEOUT_MS);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 10 || timeoutMs > 300_000)
    throw wrong(variable, 'must be 10 to 300000 milliseconds');
  return timeoutMs;
}

function wrong(variable: string, rule: string): RamedError {
  return new RamedError('notices.environment', `${variable} ${rule}.`);
}
