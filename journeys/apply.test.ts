import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { today } from '#platform/clock';
import { type Language, translator } from '#platform/i18n';
import { aFamily } from '../surfaces/testing/families.ts';
import { pagesToFill } from '../surfaces/testing/filling.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { walkRequest } from '../surfaces/worker/rehearsal/one-request.ts';
import { openBrowser } from './browser.ts';
import { openSlowLine } from './slow-line.ts';
import { answer, fieldsOfBirth, goOn, press, sendForm, type Typed } from './stories.ts';

let browser: Browser;
let served: ServedHouse;
beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

/** The widow Itto, her three children, and her mother who lives with them. */
function aFamilyOfFive(): Declaration {
  const family = aFamily('poor');
  const [head, ...children] = family.members;
  if (!head) throw new Error('a family has a head');
  const mother = {
    ...head,
    ref: family.members.length + 1,
    relation: 'parent',
    birth_date: '1951-02-10',
    names: { fr: { given: 'Fadma', family: 'Ouchen' }, ar: { given: 'فاضمة', family: 'أوشن' } },
  } as const;
  const { cnie: _card, ...motherWithoutCard } = mother;
  return { ...family, members: [head, ...children, motherWithoutCard] } as Declaration;
}

describe.each<Language>(['fr', 'ar'])('a family of five that reads %s', (language) => {
  const say = translator(language);

  test('applies over a bad line, is cut off, goes on with another telephone, and follows its request to its card', async () => {
    const family = aFamilyOfFive();
    const pages = pagesToFill(family, today(served.house.clock));
    const addressOf = ({ step: { page, ref } }: (typeof pages)[number]) =>
      `${served.origin}/${language}/apply/${ref === undefined ? page.key : `people/${ref}/${page.key}`}`;
    const typedOn = ({ step: { page, ref }, typed }: (typeof pages)[number]): Typed => {
      const asksForMore = page.key === 'people' || (page.key === 'situation' && ref !== undefined);
      return asksForMore ? { ...typed, more: ref === family.members.length ? 'no' : 'yes' } : typed;
    };

    const first = await openSlowLine(browser);
    await first.page.goto(`${served.origin}/${language}`);
    await goOn(first.page, `main a[href="/${language}/apply"]`);
    await goOn(first.page, 'main form button');
    const code = (await first.page.textContent('[data-copy]'))?.trim() ?? '';
    await goOn(first.page, 'main a.button');
    const cutAt = 13;
    for (const one of pages.slice(0, cutAt)) {
      expect(first.page.url()).toBe(addressOf(one));
      await answer(first.page, typedOn(one));
    }
    // The line breaks while this page is filled in: what was typed on it is lost, and nothing else.
    const before = first.sum();
    await first.close();

    const second = await openSlowLine(browser);
    const { page } = second;
    await page.goto(`${served.origin}/${language}/apply`);
    await goOn(page, `main a[href="/${language}/apply/resume"]`);
    await sendForm(page, { code, ...fieldsOfBirth(family.members[0]?.birth_date ?? '') });
    await goOn(page, 'main a.button');
    for (const one of pages.slice(cutAt)) {
      expect(page.url()).toBe(addressOf(one));
      await answer(page, typedOn(one));
    }
    expect(page.url()).toBe(`${served.origin}/${language}/apply/check`);
    expect(await page.locator('.error-summary').count()).toBe(0);
    await goOn(page, 'main a.button');
    await press(page, '[name=honour]');
    await goOn(page, 'main form button');
    expect(await page.textContent('h1')).toBe(say('portal.apply.done.title'));
    const number = (await page.textContent('[data-copy]'))?.replace(/\D/g, '') ?? '';

    const applied = second.sum();
    expect(before.pages + applied.pages).toBeLessThan(50);
    expect(before.seconds + applied.seconds).toBeLessThan(60);

    const { end } = await walkRequest(
      { house: served.house, tell: () => undefined, pause: () => served.settle(), patience: 2 },
      number,
    );
    expect(end).toBe('card');
    await goOn(page, `main a[href="/${language}/follow/${number}"]`);
    expect(await page.textContent('h1')).toBe(say('portal.card.where.anam'));
    await second.close();
  });
});
