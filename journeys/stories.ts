import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';
import type { Language } from '#platform/i18n';
import { violationsOn } from './axe.ts';
import { screens } from './browser.ts';

/** A reader as stories tell them: the language, the screen. */
export type ReaderAt = readonly [language: Language, screen: keyof typeof screens];

/** A page of a browser that nobody has used before. */
export async function openPage(browser: Browser, [, screen]: ReaderAt): Promise<Page> {
  return (await browser.newContext({ viewport: screens[screen] })).newPage();
}

/** The page stands for everyone: no violation of WCAG 2.2 AA, nothing beside the screen, one title, the language it was asked in. */
export async function expectGoodPage(page: Page, [language]: ReaderAt): Promise<void> {
  expect(await violationsOn(page)).toEqual([]);
  expect(await page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true);
  expect(await page.locator('h1').count()).toBe(1);
  expect(await page.evaluate('document.documentElement.lang')).toMatch(new RegExp(`^${language}`));
}

/** Answers the fields of the form by their names and sends it. */
export async function sendForm(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name="${name}"]`, value);
  await goOn(page, 'main form button');
}

/** Presses what leads to another page, and waits for that page: a click ends before it. */
export async function goOn(page: Page, selector: string): Promise<void> {
  await Promise.all([page.waitForEvent('domcontentloaded'), page.click(selector)]);
}

export function fieldsOfBirth(date: string): Record<string, string> {
  const [year = '', month = '', day = ''] = date.split('-');
  return { 'birth-day': String(Number(day)), 'birth-month': String(Number(month)), 'birth-year': year };
}

/** What a page of questions is answered with, by the names of its fields; several for ticks. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

/** Answers the page of questions that is open and sends it on by its first button, or by the one that leaves. */
export async function answer(page: Page, typed: Typed, button = 'main form button'): Promise<void> {
  for (const [name, value] of Object.entries(typed)) await give(page, name, [value].flat());
  await goOn(page, button);
}

async function give(page: Page, name: string, values: readonly string[]): Promise<void> {
  const field = page.locator(`[name="${name}"]`).first();
  const kind = await field.evaluate((element) => (element as { type?: string }).type ?? '');
  if (kind === 'radio' || kind === 'checkbox')
    for (const value of values) await press(page, `[name="${name}"][value="${value}"]`);
  else if (kind === 'select-one') await field.selectOption(values[0] ?? '');
  else await field.fill(values[0] ?? '');
}

/** A finger meets the words, which lie over the circle. */
export function press(page: Page, choice: string): Promise<void> {
  return page.check(choice, { force: true });
}
