import { expect, test } from 'vitest';
import { readFrom } from './newcomers.ts';

test('what was stated up to a day before the last search began is read again', () => {
  expect(readFrom('0192f05b-3c00-7abc-9def-0123456789ab')).toBe('0192eb34-e000-7000-8000-000000000000');
  const [from = '', born = ''] = [readFrom('0192f05b-3c00-7abc-9def-0123456789ab'), '0192f05b3c00'];
  expect(Number.parseInt(born, 16) - Number.parseInt(from.replaceAll('-', '').slice(0, 12), 16)).toBe(86_400_000);
});
