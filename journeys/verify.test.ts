import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { createSigningKey, issueCredential } from '#modules/cards';
import { sql } from '#platform/database';
import { toDate } from '#platform/dates';
import { translator } from '#platform/i18n';
import { toQrPng } from '#platform/qr';
import { aFamily } from '../surfaces/testing/families.ts';
import { deedNamed, register, registrationOf } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { openBrowser } from './browser.ts';
import { expectGoodPage, openPage, type ReaderAt, sendForm } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
const codes = { valid: '', revoked: '', forged: '' };

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  const [kept = '', lost = ''] = await register(served, aFamily('poor'), aFamily('poor'));
  codes.valid = (await cardOf(kept)).credential;
  const card = await cardOf(lost);
  codes.revoked = card.credential;
  const loss = { serial: card.serial, becomes: 'lost', reason: 'Lost at the souk' };
  await served.do(await served.as('mehdi.cards'), deedNamed(served, 'cards.revoke-card'), loss);
  codes.forged = issueCredential(pretended, createSigningKey(Buffer.alloc(32, 7))).text;
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** What a forger would write: everything right but the key. */
const pretended = {
  kind: 'card',
  issuer: 'ANAM',
  registrationNumber: '000000000017',
  cardSerial: '0000000017',
  category: 'poor',
  names: { latin: 'Somebody', arabic: '' },
  validFrom: toDate('2026-01-01'),
  validUntil: toDate('2029-01-01'),
  birthYears: [1980],
} as const;

async function cardOf(application: string): Promise<{ serial: string; credential: string }> {
  const { number } = await registrationOf(served, application);
  const { rows } = await sql<{ serial: string; credential: string }>`
    select serial, credential from cards.card where registration_number = ${number}`.execute(served.owner.kysely);
  const [card] = rows;
  if (!card) throw new Error('no card was made');
  return card;
}

const readers: readonly ReaderAt[] = [
  ['ar', 'phone'],
  ['fr', 'desk'],
];

describe.each(readers)('a pharmacist reading %s on a %s', (...reader) => {
  const [language] = reader;
  const say = translator(language);

  test.each(['valid', 'revoked', 'forged'] as const)('sees that a card is %s, and no name', async (verdict) => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/verify`);
    await sendForm(page, { code: codes[verdict] });
    expect(await page.textContent('main')).toContain(say(`design.verdict.${verdict}`));
    expect(await page.textContent('main')).not.toMatch(/Itto|إطو|Somebody/);
    // The right of a family whose card was lost goes on; of who has no right word of ours, nothing is said.
    const right = say('entitlements.answer.open');
    expect((await page.textContent('main'))?.includes(right)).toBe(verdict !== 'forged');
    await expectGoodPage(page, reader);
    await page.context().close();
  });

  test('leaves a note that the family reads: when, by this page, and what was told', async () => {
    const { rows } = await sql<{ told: string; subject: string }>`
      select told, subject from audit.reading where actor = 'public:verify' order by at desc limit 1`.execute(
      served.owner.kysely,
    );
    expect(rows).toEqual([{ told: 'open:period', subject: expect.stringMatching(/^application:/) }]);
  });

  test('shows a photograph of the code instead of typing it', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/verify`);
    await page.setInputFiles('[name=image]', {
      name: 'card.png',
      mimeType: 'image/png',
      buffer: Buffer.from(await toQrPng(codes.valid)),
    });
    await sendForm(page, {});
    expect(await page.textContent('main')).toContain(say('design.verdict.valid'));
    await page.context().close();
  });

  test('is told what to do when nothing was given, or the picture shows no code', async () => {
    const page = await openPage(browser, reader);
    await page.goto(`${served.origin}/${language}/verify`);
    await sendForm(page, {});
    expect(await page.textContent('main')).toContain(say('portal.verify.error.code-missing'));
    await expectGoodPage(page, reader);
    await page.setInputFiles('[name=image]', { name: 'cat.png', mimeType: 'image/png', buffer: Buffer.from('no picture') });
    await sendForm(page, {});
    expect(await page.textContent('main')).toContain(say('portal.verify.error.image-without-code'));
    await expectGoodPage(page, reader);
    await page.context().close();
  });
});
