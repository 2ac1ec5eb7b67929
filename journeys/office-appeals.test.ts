import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { CAST_PASSWORD } from '#modules/staff';
import { today } from '#platform/clock';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { contestAdmitted, openHearing, rulingOf } from '../surfaces/testing/appeals-road.ts';
import { aFamily } from '../surfaces/testing/families.ts';
import { admit, fileOf, registrationOf, settleUntil } from '../surfaces/testing/road.ts';
import { openServedHouse, type ServedHouse } from '../surfaces/testing/served-house.ts';
import { violationsOn } from './axe.ts';
import { openBrowser, screens } from './browser.ts';
import { enterOffice } from './enter-office.ts';

let browser: Browser;
let served: ServedHouse;

beforeAll(async () => {
  [browser, served] = await Promise.all([openBrowser(), openServedHouse()]);
  await fetch(`${served.origin}/office/`);
});
afterAll(() => Promise.all([browser?.close(), served?.close()]));

async function enter(login: string): Promise<Page> {
  const page = await (await browser.newContext({ viewport: screens.desk, locale: 'fr-MA' })).newPage();
  await enterOffice(page, served.origin, login);
  return page;
}

/** Goes where a link within the office would lead. */
const goTo = (page: Page, path: string) =>
  page.evaluate(`history.pushState(null, '', '/office${path}'); dispatchEvent(new PopStateEvent('popstate'))`);

const refusedInTown = () => ({ ...aFamily('not eligible'), commune: '05.081.01.01' }) as Declaration;

test('refused, a family contests at the counter, is heard and found vulnerable, is registered and gets its letter', async () => {
  const [file = ''] = await admit(served, refusedInTown());
  const counter = await enter('hanane.azilal');
  await goTo(counter, `/file/${file}`);
  await counter.getByRole('button', { name: 'Enregistrer un recours' }).click();
  const said = counter.getByRole('dialog');
  await said.getByLabel('Les biens').check();
  await said.getByLabel('Ce que dit la famille').fill('Le tracteur n’est pas à nous.');
  await said.getByRole('button', { name: 'Enregistrer un recours' }).click();
  await counter.getByRole('heading', { name: /Recours nº 2\d{3} 7/ }).waitFor();

  const page = await enter('samira.appeals');
  await page.keyboard.press('g');
  await page.keyboard.press('a');
  await page.locator('tbody a').first().waitFor();
  await page.keyboard.press('j');
  await page.keyboard.press('Enter');
  await page.getByText('Le tracteur n’est pas à nous.').waitFor();
  await page.keyboard.press('a');
  await page.keyboard.press('Tab');
  await page.getByLabel('La raison').fill('Recours complet.');
  await page.keyboard.press('Enter');
  await page.locator('.appeal-standing', { hasText: 'Recevable' }).waitFor();
  expect(await violationsOn(page)).toEqual([]);

  await goTo(page, '/appeals/sittings');
  await page.keyboard.press('n');
  await page.getByLabel('Jour', { exact: true }).fill(today(served.house.clock).toString());
  await page.getByLabel(/^Lieu, en français/).fill('Siège de la province');
  await page.getByRole('dialog').getByRole('button', { name: 'Convoquer', exact: true }).click();
  const called = await page.request.get(`${served.origin}${await page.locator('.prints a').first().getAttribute('href')}`);
  expect(called.status()).toBe(200);
  await page.getByRole('button', { name: 'Fixer l’ordre du jour' }).click();
  await page.getByText('Qui siège ?').waitFor();
  for (const member of await page.getByRole('checkbox').all()) await member.check();
  await page.keyboard.press('Control+Enter');
  await page.getByText('0 recours tranchés sur 1').waitFor();
  await page.getByRole('link', { name: /^2\d{3} 7/ }).press('Enter');
  await page.getByRole('button', { name: 'Réformer' }).waitFor();
  await page.keyboard.press('f');
  const ruling = page.getByRole('dialog');
  await ruling.getByLabel('Les biens').selectOption({ label: 'Une pièce le prouve' });
  await ruling.getByRole('button', { name: 'Réformer la décision' }).click();
  await page.getByText('1 recours tranchés sur 1').waitFor();
  await page.keyboard.press('Control+Enter');
  await page.getByRole('dialog').getByText('rien ne change plus').waitFor();
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: /PV scellé/ }).waitFor();
  await page.locator('.digest code').waitFor();
  const minutes = await page.request.get(`${served.origin}${await page.locator('.prints a').first().getAttribute('href')}`);
  expect([minutes.status(), (await minutes.body()).subarray(0, 5).toString()]).toEqual([200, '%PDF-']);

  await settleUntil(served, async () => (await fileOf(served, file)).state === 'registered');
  expect(await registrationOf(served, file)).toMatchObject({ category: 'vulnerable' });
  await goTo(counter, '/my-work');
  await goTo(counter, `/file/${file}`);
  await counter.getByRole('button', { name: 'Lettre remise à la famille' }).click();
  await counter.getByText('Famille informée').waitFor();
});

/** A deed over the wire, as whoever has a password and no screen would send it. */
async function send(login: string, deed: string, input: object): Promise<string> {
  const signIn = { method: 'POST', url: '/api/sign-in', payload: { login, password: CAST_PASSWORD } } as const;
  const { token } = (await served.app.inject(signIn)).json<{ token: string }>();
  const answer = await served.app.inject({
    method: 'POST',
    url: `/api/actions/commissions.${deed}`,
    payload: input,
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': newId() },
  });
  return answer.statusCode === 200 ? 'done' : answer.json<{ refused: string }>().refused;
}

/** Everything that the books hold of appeals and of what they change. */
async function books(): Promise<unknown> {
  const { rows } = await sql`
    select (select jsonb_agg(a order by a.id) from commissions.appeal a) as appeals,
      (select jsonb_agg(d order by d.id) from commissions.appeal_decision d) as rulings,
      (select jsonb_agg(i order by i.appeal_id, i.sitting_id) from commissions.appeal_item i) as agendas,
      (select jsonb_agg(jsonb_build_array(s.id, s.state) order by s.id) from commissions.sitting s) as sittings,
      (select jsonb_agg(jsonb_build_array(f.id, f.state, f.outcome) order by f.id) from applications.application f) as files
  `.execute(served.owner.kysely);
  return rows[0];
}

test('nobody but the secretary of appeals rules on one, and nobody who decided first: over the wire too, and the books stay as they were', async () => {
  const [file = '', other = ''] = await admit(served, refusedInTown(), refusedInTown());
  const appeal = await contestAdmitted(served, file);
  const sitting = await openHearing(served, [appeal]);
  const ruling = () => rulingOf(sitting, appeal, { outcome: 'reformed', category: 'poor' });
  const took = { application: other, criteria: ['patrimony'], words: 'Le tracteur n’est pas à nous.', language: 'fr' };
  expect(await send('hanane.azilal', 'take-appeal', took)).toBe('done');
  const { rows } = await sql<{ id: string }>`select id from commissions.appeal where application_id = ${other}`.execute(
    served.owner.kysely,
  );
  const filed = rows[0]?.id ?? '';
  const before = await books();
  const examined = { appeal: filed, passage: 'admit', reason: 'Recours complet.' };
  const attempts: readonly (readonly [string, string, object, string])[] = [
    // Who validated the first decision may examine appeals, but not this one.
    ['training.province', 'examine-appeal', examined, 'decided-first'],
    ['hanane.azilal', 'examine-appeal', examined, 'not-allowed'],
    ['training.secretary', 'examine-appeal', examined, 'not-allowed'],
    ['training.secretary', 'decide-appeal', ruling(), 'not-allowed'],
    ['training.province', 'decide-appeal', ruling(), 'not-allowed'],
    ['hanane.azilal', 'decide-appeal', ruling(), 'not-allowed'],
    ['omar.interior', 'decide-appeal', ruling(), 'not-allowed'],
    ['training.secretary', 'seal-sitting', { sitting }, 'not-allowed'],
    ['naima.secretary', 'seal-sitting', { sitting }, 'not-allowed'],
    ['naima.secretary', 'freeze-appeals', { sitting, appeals: [filed] }, 'not-allowed'],
    // An appeal that nobody admitted, one that is not before this sitting, and one that is sealed with something undecided.
    ['samira.appeals', 'freeze-appeals', { sitting, appeals: [filed] }, 'sitting-not-convened'],
    ['samira.appeals', 'decide-appeal', { ...ruling(), appeal: filed }, 'appeal-not-on-agenda'],
    ['samira.appeals', 'seal-sitting', { sitting }, 'files-undecided'],
    ['said.benimellal', 'take-appeal', took, 'nothing-to-appeal'],
    ['hanane.azilal', 'take-appeal', took, 'already-appealed'],
    ['hanane.azilal', 'tell-appeal', { appeal: filed, by: 'handed' }, 'appeal-not-ruled'],
  ];
  for (const [login, deed, input, refusal] of attempts)
    expect([login, deed, await send(login, deed, input)]).toEqual([login, deed, refusal]);
  expect(await books()).toEqual(before);
  expect(await send('samira.appeals', 'decide-appeal', ruling())).toBe('done');
  expect(await send('samira.appeals', 'decide-appeal', ruling())).toBe('appeal-decided');
  expect(await send('samira.appeals', 'seal-sitting', { sitting })).toBe('done');
  expect(await send('samira.appeals', 'decide-appeal', ruling())).toBe('sitting-not-open');
  expect(await send('samira.appeals', 'seal-sitting', { sitting })).toBe('sitting-not-open');
});
