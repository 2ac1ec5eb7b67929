import { describe, expect, test } from 'vitest';
import { defaultPortBase, developmentKeys, partnerTable } from '../../../partners/agreements.ts';
import { registerNames } from '../model/partners.ts';
import { partnersFromEnv } from './partners-from-env.ts';

describe('where the partners are', () => {
  test('without configuration, at the stand-ins of this machine with their development keys', () => {
    const partners = partnersFromEnv({});
    for (const name of registerNames) {
      const port = defaultPortBase + partnerTable[name].portOffset;
      expect(partners[name]).toEqual({ name, baseUrl: `http://127.0.0.1:${port}`, key: developmentKeys[name], timeoutMs: 5000 });
    }
    expect(partnersFromEnv({ RAMED_PARTNERS_PORT_BASE: '5200' }).cnops.baseUrl).toBe('http://127.0.0.1:5202');
  });

  test('a real register is reached by configuration alone', () => {
    const env = {
      RAMED_PARTNER_CNSS_URL: 'https://echanges.example/ramed',
      RAMED_PARTNER_CNSS_KEY: 'k',
      RAMED_PARTNER_CNSS_TIMEOUT_MS: '900',
    };
    expect(partnersFromEnv(env).cnss).toEqual({
      name: 'cnss',
      baseUrl: 'https://echanges.example/ramed',
      key: 'k',
      timeoutMs: 900,
    });
  });

  test.each([
    [
      'a register beyond this machine without a key',
      { RAMED_PARTNER_DGSN_URL: 'https://dgsn.example' },
      'RAMED_PARTNER_DGSN_KEY',
    ],
    [
      'names and card numbers in clear beyond this machine',
      { RAMED_PARTNER_DGSN_URL: 'http://dgsn.example' },
      'RAMED_PARTNER_DGSN_URL',
    ],
    ['an address that is none', { RAMED_PARTNER_DGSN_URL: 'dgsn' }, 'RAMED_PARTNER_DGSN_URL'],
    ['a time-out that is none', { RAMED_PARTNER_DGSN_TIMEOUT_MS: 'soon' }, 'RAMED_PARTNER_DGSN_TIMEOUT_MS'],
    ['a stand-in in production', { RAMED_MODE: 'production' }, 'RAMED_PARTNER_DGSN_URL'],
    [
      'a development key in production',
      { RAMED_MODE: 'production', RAMED_PARTNER_DGSN_URL: 'http://127.0.0.1:9' },
      'RAMED_PARTNER_DGSN_KEY',
    ],
  ])('%s is refused, naming the variable', (_, env, variable) => {
    expect(() => partnersFromEnv(env)).toThrow(variable);
  });
});
