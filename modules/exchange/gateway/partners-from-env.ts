import { RamedError } from '#platform/errors';
import { type RegisterName, registerNames } from '../model/partners.ts';
import type { PartnerAddress, PartnerSettings } from './partner-client.ts';

/** Where the stand-ins listen, from the base port of RAMED_PARTNERS_PORT_BASE. */
const standIns = { dgsn: 0, cnss: 1, cnops: 2, insurers: 3 } as const satisfies Record<RegisterName, number>;

const defaultPortBase = 4100;
const defaultTimeoutMs = 5000;

/**
 * How to reach each register: RAMED_PARTNER_<NAME>_URL, …_KEY and …_TIMEOUT_MS. Unset, the stand-in on this machine with its
 * development key; in production, and for any address beyond this machine, the address and the key must be given and be https.
 * Throws `exchange.environment` naming the variable.
 */
export function partnersFromEnv(env: NodeJS.ProcessEnv): Readonly<Record<RegisterName, PartnerSettings>> {
  const settings = registerNames.map((name) => [name, { name, ...partnerAddress(name, standIns[name], env) }] as const);
  return Object.fromEntries(settings) as Record<RegisterName, PartnerSettings>;
}

/** How to reach one partner, by the same rules; `standIn` is where its stand-in listens, from the base port. */
export function partnerAddress(name: string, standIn: number, env: NodeJS.ProcessEnv): PartnerAddress {
  const prefix = `RAMED_PARTNER_${name.toUpperCase()}`;
  const inProduction = env.RAMED_MODE === 'production';
  const portBase = Number(env.RAMED_PARTNERS_PORT_BASE || defaultPortBase);
  const baseUrl = env[`${prefix}_URL`] || (inProduction ? undefined : `http://127.0.0.1:${portBase + standIn}`);
  const url = URL.parse(baseUrl ?? '');
  if (baseUrl === undefined || url === null) throw wrong(`${prefix}_URL`, 'must be the partner’s address');
  const onThisMachine = ['127.0.0.1', 'localhost', '[::1]'].includes(url.hostname);
  if (!onThisMachine && url.protocol !== 'https:') throw wrong(`${prefix}_URL`, 'must be https beyond this machine');
  const key = env[`${prefix}_KEY`] || (onThisMachine && !inProduction ? `development-only-${name}` : undefined);
  if (key === undefined) throw wrong(`${prefix}_KEY`, 'must hold the agreement key');
  return { baseUrl, key, timeoutMs: timeoutOf(`${prefix}_TIMEOUT_MS`, env) };
}

function timeoutOf(variable: string, env: NodeJS.ProcessEnv): number {
  const timeoutMs = Number(env[variable] || defaultTimeoutMs);
  if (!Number.isInteger(timeoutMs) || timeoutMs < 10 || timeoutMs > 300_000)
    throw wrong(variable, 'must be 10 to 300000 milliseconds');
  return timeoutMs;
}

function wrong(variable: string, rule: string): RamedError {
  return new RamedError('exchange.environment', `${variable} ${rule}.`);
}
