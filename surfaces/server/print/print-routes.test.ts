import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { CAST_PASSWORD } from '#modules/staff';
import { newId } from '#platform/ids';
import { aFamily } from '../../testing/families.ts';
import { readPrinted } from '../../testing/printed.ts';
import { checkRequests, fileOf, schedule, sit } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';

let served: ServedHouse;
let sitting: string;
let open: string;
let number: string;
beforeAll(async () => {
  served = await openServedHouse();
  const families = [aFamily(), aFamily()] as Declaration[];
  const [first = '', second = ''] = await checkRequests(served, ...families);
  number = (await fileOf(served, first)).number;
  sitting = await schedule(served, [first]);
  await sit(served, sitting);
  open = await schedule(served, [second]);
}, 60_000);
afterAll(() => served?.close());

async function print(login: string | undefined, path: string) {
  const payload = { login, password: CAST_PASSWORD };
  const signedIn = login && (await served.app.inject({ method: 'POST', url: '/api/sign-in', payload })).json<{ token: string }>();
  const headers = signedIn ? { authorization: `Bearer ${signedIn.token}` } : {};
  return served.app.inject({ method: 'GET', url: `/api/print/${path}`, headers });
}

async function printings() {
  const { rows } = await served.owner.pool.query(
    'select paper, language, bytes_digest, form_digest, printed_by from commissions.printing',
  );
  return rows;
}

describe('the minutes of a sealed sitting', () => {
  test.each(['fr', 'ar'] as const)(
    'are printed in %s, the same bytes each time, and each print is noted with their digest',
    async (language) => {
      const before = (await printings()).length;
      const [once, again] = [
        await print('training.secretary', `minutes/${sitting}?language=${language}`),
        await print('training.province', `minutes/${sitting}?language=${language}`),
      ];
      expect(once.headers).toMatchObject({ 'content-type': 'application/pdf', 'cache-control': 'no-store' });
      expect(Buffer.compare(once.rawPayload, again.rawPayload)).toBe(0);
      const noted = (await printings()).slice(before);
      const bytes_digest = createHash('sha256').update(once.rawPayload).digest('hex');
      expect(noted).toMatchObject([
        { paper: 'minutes', language, bytes_digest },
        { paper: 'minutes', language, bytes_digest },
      ]);
      expect(noted[0].printed_by).not.toBe(noted[1].printed_by);
      const { text } = await readPrinted(once.rawPayload);
      expect(text.replaceAll(' ', '')).toContain(number);
    },
  );

  test('are printed for nobody who is not signed in, nor of a sitting elsewhere, nor before they are sealed, nor in a language nobody keeps them in', async () => {
    const before = (await printings()).length;
    const answers = [
      await print(undefined, `minutes/${sitting}`),
      await print('hanane.azilal', `minutes/${sitting}`),
      await print('training.secretary', `minutes/${open}`),
      await print('training.secretary', `minutes/${newId()}`),
      await print('training.secretary', `minutes/${sitting}?language=zgh`),
    ];
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([401, 404, 404, 404, 404]);
    expect(await printings()).toHaveLength(before);
  });
});

describe('the papers of a sitting as it stands', () => {
  test('the agenda is printed once it is fixed, showing what the score proposes only to who asks for it', async () => {
    const hidden = await readPrinted((await print('training.secretary', `agenda/${sitting}?language=fr`)).rawPayload);
    const shown = await readPrinted(
      (await print('training.secretary', `agenda/${sitting}?language=fr&proposals=shown`)).rawPayload,
    );
    expect(hidden.text.replaceAll(' ', '')).toContain(number);
    expect(hidden.text).not.toContain('Score');
    expect(shown.text).toContain('Score');
    expect((await printings()).filter(({ paper }) => paper === 'agenda')).toHaveLength(2);
  });

  test('a convocation is a page for each member whose mandate is in force', async () => {
    const { text, pages } = await readPrinted((await print('training.secretary', `convocations/${open}`)).rawPayload);
    const { rows } = await served.owner.pool.query(
      `select count(*)::int as members from commissions.member m join commissions.sitting s using (commission_id) where s.id = $1`,
      [open],
    );
    expect(pages).toBe(rows[0].members);
    expect(text).toContain('Convocation');
  });

  test('the signature sheet says of everyone who sat whether they signed, and there is none before the minutes are sealed', async () => {
    const { text, code } = await readPrinted((await print('training.secretary', `signatures/${sitting}?language=fr`)).rawPayload);
    expect(text.replaceAll(/[\u2066-\u2069]/g, '')).toMatch(/Signatures\s: \d sur \d/);
    expect(code).toMatch(/^RMM1:[0-9A-F]{64}$/);
    expect((await print('training.secretary', `signatures/${open}`)).statusCode).toBe(404);
  });
});
