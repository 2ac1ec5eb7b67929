import type { Page } from 'playwright-core';
import { CAST_PASSWORD } from '#modules/staff';

/** The PIN that agents of the journeys choose on a computer. */
export const PIN = '730164';

/** An agent's first time on a computer, by keyboard, in French: password, a PIN, the shell. */
export async function enterOffice(page: Page, origin: string, login: string): Promise<void> {
  await page.goto(`${origin}/office/`);
  await page.getByLabel('Identifiant').waitFor();
  await page.keyboard.type(login);
  await page.keyboard.press('Tab');
  await page.keyboard.type(CAST_PASSWORD);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Choisissez un code PIN' }).waitFor();
  await page.keyboard.type(PIN);
  await page.keyboard.press('Tab');
  await page.keyboard.type(PIN);
  await page.keyboard.press('Enter');
  await page.locator('#screen').waitFor();
}

/** Opens the office again by the tile and the PIN. */
export async function unlockOffice(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name }).click();
  await page.getByLabel('Code PIN').fill(PIN);
  await page.keyboard.press('Enter');
  await page.locator('#screen').waitFor();
}
