import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { translator } from '#platform/i18n';
import { aFamily } from '../surfaces/testing/families.ts';
import { deedNamed, ownHand, register, registrationOf } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';
import { enterOffice, PIN } from './enter-office.ts';
import { countPointers, expectHandsAt, pressAt, read, tabTo } from './keyboard-alone.ts';

const TOWN = '05.081.01.01';
let browser: Browser;
let served: ServedHouse;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  await fetch(`${served.origin}/office/`);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

const names = {
  'mehdi.cards': { fr: 'Mehdi Kabbaj', ar: 'مهدي القباج' },
  'driss.province': { fr: 'Driss', ar: 'إدريس' },
  'hanane.azilal': { fr: 'Hanane Oubella', ar: 'حنان أوبلا' },
} as const;
type Post = {
  readonly page: Page;
  readonly name: string;
  readonly say: (key: string, facts?: Record<string, string | number>) => string;
};

async function sitDown(login: keyof typeof names, language: 'fr' | 'ar'): Promise<Post> {
  const page = await (await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' })).newPage();
  await enterOffice(page, served.origin, login);
  if (language === 'ar') await page.getByLabel('Langue').selectOption('ar');
  const say = translator(language);
  return {
    page,
    name: names[login][language],
    say: (key, facts) => say(key.startsWith('office.') ? key : `office.cards.${key}`, facts),
  };
}

async function press(page: Page, ...chords: readonly string[]): Promise<void> {
  for (const chord of chords) await page.keyboard.press(chord);
}

type Card = { readonly serial: string; readonly registration: string; readonly code: string };

/** A family of the town, registered, and its card, which is ordered: one of the village that has moved, since the town's would have to pay first. */
async function aCardOrdered(): Promise<Card> {
  const [file = ''] = await register(served, aFamily('poor'));
  const { number: registration } = await registrationOf(served, file);
  const { pool } = served.owner;
  await pool.query('update entitlements.registration set territory = $2 where number = $1', [registration, TOWN]);
  await served.do(ownHand, deedNamed(served, 'cards.follow-move'), { registrations: [registration] });
  const { rows } = await pool.query('select serial, credential from cards.card where registration_number = $1', [registration]);
  return { registration, serial: rows[0].serial, code: rows[0].credential };
}

const numberOf = async (kind: 'batch' | 'parcel'): Promise<string> =>
  (
    await served.owner.pool.query(
      `select number from cards.${kind} order by made${kind === 'batch' ? '_up' : ''}_at desc limit 1`,
    )
  ).rows[0].number;
const stateOf = async ({ serial }: Card) =>
  (await served.owner.pool.query('select state, place from cards.card where serial = $1', [serial])).rows[0];

/** Who has cards made forms the batch, accepts its proof, sends it, keeps what the maker answered on paper, counts and checks its box. */
async function haveMade({ page, say }: Post, card: Card): Promise<void> {
  await press(page, 'g', 'c');
  await expectHandsAt(page, say('find'));
  await pressAt(page, say('make-batch'));
  await expect.poll(() => stateOf(card)).toMatchObject({ state: 'batched' });
  await expectHandsAt(page, say('find'));
  const batch = await numberOf('batch');
  await pressAt(page, say('do.made_up'));
  await expectHandsAt(page, say('scan-faulty'));
  await pressAt(page, say('accept-proof-but', { rejected: 0 }));
  await expectHandsAt(page, say('find'));
  await read(page, batch);
  await expectHandsAt(page, say('send'));
  await press(page, 'Enter');
  await expectHandsAt(page, say('find'));
  await read(page, batch);
  await expectHandsAt(page, say('scan-not-made'));
  await tabTo(page, say('reference'));
  await page.keyboard.type('M-1');
  await pressAt(page, say('keep-made', { rejected: 0 }));
  await expectHandsAt(page, say('find'));
  await read(page, batch);
  await expectHandsAt(page, say('counted'));
  await read(page, '1');
  await expectHandsAt(page, say('scan-each'));
  await scanWrongAndRight(page, { card, say });
  await pressAt(page, say('is-empty'));
  await expect.poll(() => stateOf(card)).toMatchObject({ state: 'checked' });
  await expectHandsAt(page, say('find'));
}

/** A number that was typed wrongly is taken out again, and the next card can be read at once. */
async function scanWrongAndRight(page: Page, { card, say }: { readonly card: Card; readonly say: Post['say'] }): Promise<void> {
  await read(page, '5000000019');
  await page.getByText(say('read', { cards: 1 })).waitFor();
  await pressAt(page, say('take-out'));
  await expectHandsAt(page, say('scan-each'));
  await read(page, card.serial);
  await page.getByText(say('read', { cards: 1 })).waitFor();
}

/** The card is packed for its province or its office, and handed to the carrier under a seal. */
async function packAndSend({ page, say }: Post, card: Card): Promise<string> {
  await pressAt(page, say('pack'));
  await expectHandsAt(page, say('scan-into'));
  await read(page, card.serial);
  await page.getByText(say('read-of', { cards: 1, all: 1 })).waitFor();
  await pressAt(page, say('close-parcel'));
  await expectHandsAt(page, say('carrier'));
  await page.keyboard.type('Barid');
  await tabTo(page, say('seal'));
  await read(page, 'S-77');
  await expect.poll(() => stateOf(card)).toMatchObject({ state: 'in_parcel' });
  await expectHandsAt(page, say('find'));
  return numberOf('parcel');
}

/** The province opens the parcel and packs another for the office. */
async function passOn(post: Post, card: Card, parcel: string): Promise<string> {
  const { page, say } = post;
  await press(page, 'g', 'c');
  await expectHandsAt(page, say('find'));
  await read(page, parcel);
  await expectHandsAt(page, say('scan-each'));
  await read(page, card.serial);
  await pressAt(page, say('is-empty'));
  await expect.poll(() => stateOf(card)).toMatchObject({ state: 'at_province' });
  await expectHandsAt(page, say('find'));
  return packAndSend(post, card);
}

/** The computer lost its power: the agent comes back by the tile and the PIN. */
async function reload(page: Page, name: string): Promise<void> {
  await page.reload();
  await page.getByRole('button', { name }).waitFor();
  await pressAt(page, name);
  await read(page, PIN);
  await page.locator('#screen').waitFor();
}

/** The office opens its parcel, a reload takes nothing of what was read, and the family is given its card. */
async function receiveAndGive({ page, say, name }: Post, card: Card, parcel: string): Promise<void> {
  await press(page, 'g', 'h');
  await expectHandsAt(page, say('scan-card-or-parcel'));
  await read(page, parcel);
  await expectHandsAt(page, say('scan-each'));
  await read(page, card.serial);
  await page.getByText(say('read', { cards: 1 })).waitFor();
  expect(await violationsOn(page)).toEqual([]);
  await reload(page, name);
  await expectHandsAt(page, say('scan-card-or-parcel'));
  await read(page, parcel);
  await page.getByText(say('read', { cards: 1 })).waitFor();
  await pressAt(page, say('is-empty'));
  await expect.poll(() => stateOf(card)).toMatchObject({ state: 'at_office', place: TOWN });
  await expectHandsAt(page, say('scan-card-or-parcel'));
  await read(page, card.serial);
  await expectHandsAt(page, say('recipient-name'));
  await page.keyboard.type('Fatima Benali');
  await tabTo(page, say('paper'));
  await press(page, 'ArrowDown');
  await tabTo(page, say('paper-number'));
  await page.keyboard.type('AB12345');
  await tabTo(page, say('second-reading'));
  await read(page, card.code);
  await page.getByText(say('given', { name: 'Fatima Benali' })).waitFor();
  expect(await stateOf(card)).toMatchObject({ state: 'active' });
  await expectHandsAt(page, say('scan-card-or-parcel'));
}

/** Something in the box is no card of this office: the agent says on the board what became of it, and the board is empty again. */
async function settleStray({ page, say }: Post, parcel: string): Promise<void> {
  await read(page, parcel);
  await expectHandsAt(page, say('scan-each'));
  await read(page, '5000000019');
  await page.getByText(say('read', { cards: 1 })).waitFor();
  await pressAt(page, say('is-empty'));
  await expectHandsAt(page, say('noted'));
  await press(page, 'Enter');
  await expectHandsAt(page, say('scan-card-or-parcel'));
  await pressAt(page, say('differences-link', { cards: 1 }));
  await page.getByRole('heading', { name: say('differences'), exact: true }).waitFor();
  await pressAt(page, say('settle'));
  await expectHandsAt(page, say('settling'));
  await press(page, 'ArrowDown');
  await tabTo(page, say('what-happened'));
  await read(page, 'rapportée');
  await page.getByText(say('no-differences')).waitFor();
  await expectHandsAt(page, say('differences'));
  expect(await violationsOn(page)).toEqual([]);
}

test.each(['fr', 'ar'] as const)(
  'by keyboard alone a card goes from its order over the maker, two parcels and the desk into the hands of its family, and a stray one is settled, in %s',
  async (language) => {
    const card = await aCardOrdered();
    const anam = await sitDown('mehdi.cards', language);
    const province = await sitDown('driss.province', language);
    const desk = await sitDown('hanane.azilal', language);
    const pointers = await Promise.all([anam, province, desk].map(({ page }) => countPointers(page)));
    await haveMade(anam, card);
    const first = await packAndSend(anam, card);
    const second = await passOn(province, card, first);
    await receiveAndGive(desk, card, second);
    await settleStray(desk, second);
    expect(await Promise.all(pointers.map((count) => count()))).toEqual([0, 0, 0]);
    await Promise.all([anam, province, desk].map(({ page }) => page.context().close()));
  },
);
