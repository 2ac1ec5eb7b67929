import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recordDecisions, sealSitting } from '#modules/commissions';
import type { Declaration } from '#modules/eligibility';
import { expectDone } from '#platform/jobs';
import { toQrPng } from '#platform/qr';
import { contestAdmitted, hear } from '../testing/appeals-road.ts';
import { aFamily } from '../testing/families.ts';
import { readPrinted } from '../testing/printed.ts';
import { admit, aRuling, checkRequests, fileOf, openRoom, schedule } from '../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../testing/served-house.ts';

let served: ServedHouse;
let application: string;
let number: string;
let cookie: string;
beforeAll(async () => {
  served = await openServedHouse();
  [application = ''] = await admit(served, aFamily() as Declaration, aFamily() as Declaration);
  await follow(application);
}, 60_000);
afterAll(() => served?.close());

/** Shows a right to a file, as its family does. */
async function follow(file: string): Promise<void> {
  const found = await fileOf(served, file);
  number = found.number;
  const [year = '', month = '', day = ''] = (found.declaration.members[0]?.birth_date ?? '').split('-');
  const proven = await post('/fr/follow', { number, 'birth-day': day, 'birth-month': month, 'birth-year': year });
  cookie = proven.cookies.map(({ name, value }) => `${name}=${value}`).join('; ');
}

function post(url: string, fields: Record<string, string>) {
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  return served.app.inject({ method: 'POST', url, headers, payload: new URLSearchParams(fields).toString() });
}

async function letter(language: string): Promise<Buffer> {
  const answer = await served.app.inject({
    method: 'GET',
    url: `/${language}/follow/${number}/decision.pdf`,
    headers: { cookie },
  });
  expect(answer.headers['content-type']).toBe('application/pdf');
  return answer.rawPayload;
}

async function codeOf(pdf: Uint8Array): Promise<string> {
  const { code } = await readPrinted(pdf);
  if (code === undefined) throw new Error('no code can be read');
  return code;
}

async function said(code: string): Promise<string> {
  const { body } = await post('/fr/verify', { code });
  return body.replaceAll(/<[^>]*>/g, '').replaceAll(/[\u2066-\u2069]/g, '');
}

describe('the letter of a decision', () => {
  test.each(['ar', 'fr', 'zgh', 'en'])(
    'is the same bytes whenever its family prints it, in %s, and is one page',
    async (language) => {
      const [once, again] = [await letter(language), await letter(language)];
      expect(Buffer.compare(once, again)).toBe(0);
      expect((await readPrinted(once)).pages).toBe(1);
    },
  );

  test('carries a code that the public page finds in sealed minutes, by its text and by its picture, telling nobody’s name', async () => {
    const code = await codeOf(await letter('fr'));
    expect(await said(code)).toContain('Cette décision est dans le procès-verbal scellé le');
    const photo = new FormData();
    photo.set('image', new Blob([new Uint8Array(await toQrPng(code))]), 'letter.png');
    const request = new Request('http://portal/', { method: 'POST', body: photo });
    const payload = Buffer.from(await request.arrayBuffer());
    const headers = { 'content-type': request.headers.get('content-type') ?? '' };
    const { body } = await served.app.inject({ method: 'POST', url: '/ar/verify', headers, payload });
    expect(body).toContain('هذا القرار وارد في المحضر المختوم');
    expect(body).not.toContain(number);
  });

  test('whose code was changed is said not to be in the minutes, or of no minutes at all', async () => {
    const code = await codeOf(await letter('fr'));
    const turned = (at: number) => `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`;
    expect(await said(turned(code.length - 1))).toContain('cette décision n’y est pas');
    expect(await said(turned(10))).toContain('Aucun procès-verbal scellé n’a cette empreinte');
    expect(await said(code.slice(0, 5 + 64))).toContain('Ce procès-verbal est scellé depuis le');
    expect(await said('RMM1:12AB')).not.toContain('scellé');
  });
});

test('a decision that the provincial commission changed has its letter, whose code is found in the minutes of that hearing', async () => {
  const [refused = ''] = await admit(served, aFamily('not eligible'));
  await hear(served, await contestAdmitted(served, refused), { outcome: 'reformed', category: 'poor' });
  await follow(refused);
  for (const path of ['decision.pdf', 'appeal.pdf']) {
    const pdf = (await served.app.inject({ url: `/fr/follow/${number}/${path}`, headers: { cookie } })).rawPayload;
    const { text, code = '', pages } = await readPrinted(pdf);
    expect(text).toContain('Votre recours est accepté.');
    expect(pages).toBe(1);
    expect(await said(code)).toContain('Cette décision est dans le procès-verbal scellé le');
  }
  await follow(application);
});

async function page(path: string): Promise<string> {
  const { body } = await served.app.inject({ url: `/fr/follow/${number}${path}`, headers: { cookie } });
  return body.replaceAll(/<\/?bdi>|[\u2066-\u2069]/g, '');
}

test('a file that was put off says so on its page and in its letter, in the same words, whose code is found in the minutes', async () => {
  const [file = ''] = await checkRequests(served, aFamily() as Declaration);
  const sitting = await schedule(served, [file]);
  await openRoom(served, sitting);
  const secretary = await served.as('training.secretary');
  const rulings = [aRuling(file, 'adjourned', 'papers-awaited')];
  expectDone(await served.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  expectDone(await served.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  await follow(file);
  const shown = await page('');
  const { text, code = '', pages } = await readPrinted(await letter('fr'));
  for (const words of ['La commission n’a pas encore décidé.', 'Il manque des papiers.']) {
    expect(shown).toContain(words);
    expect(text).toContain(words);
  }
  expect(shown).toContain(`/fr/follow/${number}/decision.pdf`);
  expect(pages).toBe(1);
  expect(await said(code)).toContain('Cette décision est dans le procès-verbal scellé le');
  await follow(application);
});

test('an appeal that was adjourned shows what is asked, and beside it the way to answer', async () => {
  const [refused = ''] = await admit(served, aFamily('not eligible'));
  const appeal = await contestAdmitted(served, refused);
  await follow(refused);
  const answer = 'Répondre avec un papier';
  expect(await page('/appeal')).not.toContain(answer);
  await hear(served, appeal, { outcome: 'adjourned', asks: 'L’acte de vente.' });
  const shown = await page('/appeal');
  expect(shown).toContain('L’acte de vente.');
  expect(shown.split(`/fr/follow/${number}/appeal/papers`)).toHaveLength(2);
  expect(shown).toContain(answer);
  await follow(application);
});

test('minutes whose sealed text was changed in the database are no sealed minutes any more', async () => {
  const code = await codeOf(await letter('fr'));
  await served.owner.pool.query(
    `update commissions.sitting set minutes = replace(minutes, '"against_score":false', '"against_score":true')`,
  );
  expect(await said(code)).toContain('Aucun procès-verbal scellé n’a cette empreinte');
});
