import type { RegisterName } from './magic.ts';

export type PartnerName = RegisterName | 'bank' | 'sms' | 'mail' | 'maker' | 'scanner';

/** Who the stand-ins play, where each listens (offset from the base port) and the path, or command, of its one question. */
export const partnerTable = {
  dgsn: { title: 'DGSN, register of identities', portOffset: 0, path: '/v1/identity-checks' },
  cnss: { title: 'CNSS, cover of the private sector', portOffset: 1, path: '/v1/cover-checks' },
  cnops: { title: 'CNOPS, cover of the public sector', portOffset: 2, path: '/v1/cover-checks' },
  insurers: { title: "Insurers: students' scheme and article 114 bodies", portOffset: 3, path: '/v1/cover-checks' },
  bank: { title: 'Al Barid Bank, a teller who pays notices', portOffset: 4, path: '/v1/teller/payments' },
  sms: { title: 'Messenger of text messages', portOffset: 5, path: '/v1/messages' },
  mail: { title: 'Mail server', portOffset: 6, path: 'SMTP' },
  maker: { title: 'Maker of cards', portOffset: 8, path: '/v1/batches' },
  scanner: { title: 'clamd, finder of malware', portOffset: 9, path: 'INSTREAM' },
} as const satisfies Record<PartnerName, { title: string; portOffset: number; path: string }>;

/** Beside the mail server, which speaks no HTTP: the page of what it was sent, at `/sent`. The messenger of text messages has its own. */
export const mailPageOffset = 7;

export const partnerNames = Object.keys(partnerTable) as readonly PartnerName[];

/** Agreement keys known to everyone, good for a machine that talks to itself only. */
export const developmentKeys = {
  dgsn: 'development-only-dgsn',
  cnss: 'development-only-cnss',
  cnops: 'development-only-cnops',
  insurers: 'development-only-insurers',
  bank: 'development-only-bank',
  sms: 'development-only-sms',
  maker: 'development-only-maker',
} as const satisfies Record<Exclude<PartnerName, 'scanner' | 'mail'>, string>;

export const defaultPortBase = 4100;

export function isPartnerName(text: string): text is PartnerName {
  return text in partnerTable;
}
