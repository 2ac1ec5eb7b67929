import { readdirSync, utimesSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { lawAt } from '#law';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { publicActor, systemActor } from '#platform/permissions';
import { expectProperDeed, expectRefused, linesOf } from '../../../surfaces/testing/deeds.ts';
import { settleUntil } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { takePage } from '../gateway/take-page.ts';
import { keeperOf } from '../model/keeper.ts';
import { ownPapers, papersOnFile } from '../queries/papers-of.ts';
import { aPdf, aPhoto, eicar } from '../testing/samples.ts';
import { handOverPapers } from './hand-over-papers.ts';
import { keepPage } from './keep-page.ts';
import { noteScan } from './note-scan.ts';
import { promisePapers } from './promise-papers.ts';
import { forgetOwners, purgePapers } from './purge-papers.ts';
import { removePage } from './remove-page.ts';

let house: TestHouse;
beforeAll(async () => {
  process.env.RAMED_PARTNER_SCANNER_TIMEOUT_MS = '500';
  process.env.RAMED_PARTNER_SCANNER_AGAIN_MS = '300';
  house = await openTestHouse();
});
beforeEach(() => house.partners.scanner?.control.switch({ mode: 'up' }));
afterAll(() => house.close());

const ownHand = systemActor('test');
const AZILAL = '05.081.01.01';
const kind = 'applicant-identity';

function aDraft() {
  const owner = `draft:${newId()}`;
  return { owner, territory: owner };
}
type Draft = ReturnType<typeof aDraft>;

function send(draft: Draft, bytes: Buffer, more: { kind?: string; isCutOff?: boolean } = {}) {
  const { desk, clock, papers } = house.house;
  return takePage({ ...papers, desk, clock }, { ...draft, kind, bytes, ...more });
}

async function papersOf(draft: Draft) {
  return expectDone(await house.ask(keeperOf(draft), ownPapers, { owner: draft.owner }), 'own-papers');
}

const scansOf = async (draft: Draft) => (await papersOf(draft)).pages.map(({ scan }) => scan);

function storedFiles(): string[] {
  const home = join(house.house.config.dataFolder, 'papers');
  return readdirSync(home, { recursive: true, withFileTypes: true }).flatMap((one) => (one.isFile() ? [one.name] : []));
}

const aPage = (draft: Draft, over = {}) => ({
  page: newId(),
  ...draft,
  kind,
  checksum: newId().replaceAll('-', '').padEnd(64, '0'),
  mediaType: 'image/jpeg' as const,
  bytes: 1_000,
  sheets: 1,
  scan: 'clean' as const,
  ...over,
});

describe('a page that is sent', () => {
  test('is kept under the checksum of its bytes, seen by its sender alone', async () => {
    const draft = aDraft();
    const bytes = aPhoto({ filling: draft.owner });
    expect(await send(draft, bytes)).toMatchObject({ ok: true });
    const [page] = (await papersOf(draft)).pages;
    expect(page).toMatchObject({ kind, mediaType: 'image/jpeg', sheets: 1, bytes: bytes.length, scan: 'clean' });
    expect(await house.house.papers.files.read(page?.checksum ?? '')).toEqual(bytes);
    const stranger = expectDone(await house.ask(keeperOf(aDraft()), ownPapers, { owner: draft.owner }), 'stranger');
    expect(stranger.pages).toEqual([]);
    const agent = await house.as('hanane.azilal');
    expect(expectDone(await house.ask(agent, papersOnFile, { owner: draft.owner }), 'agent').pages).toEqual([]);
  });

  test('sent twice, even at the same moment, is one page and one file', async () => {
    const draft = aDraft();
    const bytes = aPhoto({ filling: `twice ${draft.owner}` });
    const answers = await Promise.all([send(draft, bytes), send(draft, bytes), send(draft, bytes)]);
    expect(new Set(answers.map((answer) => answer.ok && answer.page)).size).toBe(1);
    const { pages } = await papersOf(draft);
    expect(pages).toHaveLength(1);
    expect(storedFiles().filter((name) => name === pages[0]?.checksum)).toHaveLength(1);
  });

  test.each([
    ['a script that is called photo.jpg', Buffer.from('#!/bin/sh\nrm -rf "$HOME"'), {}, 'not-a-paper'],
    ['more bytes than the law lets a page have', aPhoto({ bytes: 9 * 1_048_576 }), {}, 'too-large'],
    ['what was cut off at the limit', aPhoto(), { isCutOff: true }, 'too-large'],
    ['a photograph with malware', aPhoto({ filling: eicar }), {}, 'infected'],
    ['a document of too many sheets', aPdf({ sheets: 11 }), {}, 'too-many-pages'],
  ] as const)('%s is refused and leaves nothing', async (_title, bytes, more, refused) => {
    const draft = aDraft();
    expect(await send(draft, bytes, more)).toMatchObject({ ok: false, refusal: { refused } });
    expect((await papersOf(draft)).pages).toEqual([]);
  });

  test('beyond ten sheets of one paper the next is refused, while another paper has room', async () => {
    const draft = aDraft();
    expect(await send(draft, aPdf({ sheets: 9 }))).toMatchObject({ ok: true });
    expect(await send(draft, aPhoto())).toMatchObject({ ok: true });
    expect(await send(draft, aPhoto({ filling: 'one more' }))).toMatchObject({
      ok: false,
      refusal: { refused: 'too-many-pages', facts: { most: 10 } },
    });
    expect(await send(draft, aPhoto({ filling: 'one more' }), { kind: 'child-identity' })).toMatchObject({ ok: true });
  });
});

describe('while the scanner is silent', () => {
  test.each(['down', 'nonsense', 'half', 'error'] as const)(
    '(%s) a page is kept to be scanned, and tried until there is an answer',
    async (mode) => {
      house.partners.scanner?.control.switch({ mode });
      const [clean, infected] = [aDraft(), aDraft()];
      const malware = aPhoto({ filling: `${mode} ${eicar}` });
      expect(await send(clean, aPhoto({ filling: mode }))).toMatchObject({ ok: true });
      expect(await send(infected, malware)).toMatchObject({ ok: true });
      await house.settle();
      expect([await scansOf(clean), await scansOf(infected)]).toEqual([['to-be-scanned'], ['to-be-scanned']]);
      house.partners.scanner?.control.switch({ mode: 'up' });
      await settleUntil(house, async () => (await scansOf(infected))[0] === 'infected' && (await scansOf(clean))[0] === 'clean');
      const [gone] = (await papersOf(infected)).pages;
      expect(await house.house.papers.files.read(gone?.checksum ?? '')).toBeUndefined();
      expect(await send(infected, malware)).toMatchObject({ ok: false, refusal: { refused: 'infected' } });
    },
  );

  test('one that answers too late is as silent', async () => {
    const draft = aDraft();
    house.partners.scanner?.control.switch({ mode: 'slow', latency_ms: 900 });
    expect(await send(draft, aPhoto({ filling: 'slow' }))).toMatchObject({ ok: true });
    expect(await scansOf(draft)).toEqual(['to-be-scanned']);
  });
});

test('a page is kept once, told of in the journal, by its sender only', async () => {
  const draft = aDraft();
  const input = aPage(draft);
  const by = keeperOf(draft);
  const { output, lines } = await expectProperDeed(house, keepPage, { by, input, otherInput: aPage(draft) });
  expect(output).toEqual({ page: input.page, isNew: true });
  expect(lines).toMatchObject([{ subject: `page:${input.page}`, territory: draft.territory }]);
  await expectRefused(house, keepPage, { by, input: aPage(draft, { sheets: 10 }), as: 'too-many-pages' });
  await expectRefused(house, keepPage, { by, input: aPage(draft, { bytes: 61 * 1_048_576 }), as: 'too-much' });
  await expectRefused(house, keepPage, { by: publicActor, input: aPage(draft), as: 'not-allowed' });
  await expect(house.do(keeperOf(aDraft()), keepPage, aPage(draft))).rejects.toThrow(/row-level security/);
});

test('bytes that were found infected are not kept again', async () => {
  const draft = aDraft();
  const input = aPage(draft, { scan: 'to-be-scanned' });
  expectDone(await house.do(keeperOf(draft), keepPage, input), 'keep');
  const verdict = { page: input.page, scan: 'infected' as const };
  const otherInput = { page: newId(), scan: 'clean' as const };
  const { output, lines } = await expectProperDeed(house, noteScan, { by: ownHand, input: verdict, otherInput });
  expect(output).toEqual({ isNoted: true });
  expect(lines).toMatchObject([{ subject: `page:${input.page}`, reason: 'infected' }]);
  expect(await house.do(ownHand, noteScan, { page: input.page, scan: 'clean' })).toMatchObject({ output: { isNoted: false } });
  await expectRefused(house, keepPage, { by: keeperOf(draft), input: { ...input, page: newId() }, as: 'infected' });
  await expectRefused(house, noteScan, { by: keeperOf(draft), input: verdict, as: 'not-allowed' });
});

test('a page is taken back by its sender, and by nobody else', async () => {
  const draft = aDraft();
  const { page } = expectDone(await house.do(keeperOf(draft), keepPage, aPage(draft)), 'keep');
  const input = { owner: draft.owner, page };
  await expectRefused(house, removePage, { by: keeperOf(aDraft()), input, as: 'page-not-found' });
  await expectRefused(house, removePage, { by: publicActor, input, as: 'not-allowed' });
  const otherInput = { ...input, page: newId() };
  const { lines } = await expectProperDeed(house, removePage, { by: keeperOf(draft), input, otherInput });
  expect(lines).toMatchObject([{ subject: `page:${page}`, reason: 'taken-back' }]);
  expect((await papersOf(draft)).pages).toEqual([]);
});

test('a paper that will be brought is noted, unless it was sent; sending it ends the promise', async () => {
  const draft = aDraft();
  const by = keeperOf(draft);
  expectDone(await house.do(by, keepPage, aPage(draft)), 'keep');
  const input = { ...draft, kinds: [kind, 'child-identity', 'applicant-photos'] };
  await expectProperDeed(house, promisePapers, { by, input, otherInput: { ...draft, kinds: ['salary-certificate'] } });
  expect((await papersOf(draft)).promised).toEqual(['applicant-photos', 'child-identity']);
  expectDone(await house.do(by, keepPage, aPage(draft, { kind: 'child-identity' })), 'keep');
  expect((await papersOf(draft)).promised).toEqual(['applicant-photos']);
  await expectRefused(house, promisePapers, { by: publicActor, input, as: 'not-allowed' });
});

test('what is handed over is the file’s: its jurisdiction sees it, the sender and other provinces do not', async () => {
  const draft = aDraft();
  expectDone(await house.do(keeperOf(draft), keepPage, aPage(draft)), 'keep');
  const to = `application:${newId()}`;
  const input = { from: draft.owner, to, territory: AZILAL };
  const by = keeperOf(draft, AZILAL);
  await expectRefused(house, handOverPapers, { by: publicActor, input, as: 'not-allowed' });
  const { output, lines } = await expectProperDeed(house, handOverPapers, {
    by,
    input,
    otherInput: { ...input, to: draft.owner },
  });
  expect(output).toEqual({ pages: 1 });
  expect(lines).toMatchObject([{ territory: AZILAL, reason: 'handed-over' }]);
  expect((await papersOf(draft)).pages).toEqual([]);
  const reader = { permissions: new Set(['documents:read' as const]), id: 'agent:test' };
  const seen = async (scope: string) =>
    expectDone(await house.ask({ ...reader, scopes: [scope] }, papersOnFile, { owner: to }), 'on-file').pages.length;
  expect([await seen('05.081.'), await seen('05.091.'), await seen('05.08.')]).toEqual([1, 0, 0]);
});

describe('what is kept is destroyed in time', () => {
  async function age(owner: string, days: number) {
    await sql`update documents.page set kept_at = kept_at - ${days}::int * interval '1 day' where owner = ${owner}`.execute(
      house.owner.kysely,
    );
  }
  const { unclaimedDays, keptMonths } = lawAt('2026-11-26').documents;

  test('what never came onto a file goes soon, what did goes late', async () => {
    const [left, young, filed, old] = [aDraft(), aDraft(), aDraft(), aDraft()];
    for (const draft of [left, young, filed, old]) expectDone(await house.do(keeperOf(draft), keepPage, aPage(draft)), 'keep');
    for (const draft of [filed, old]) {
      const input = { from: draft.owner, to: draft.owner, territory: AZILAL };
      expectDone(await house.do(keeperOf(draft, AZILAL), handOverPapers, input), 'hand-over');
    }
    await age(left.owner, unclaimedDays.value + 1);
    await age(filed.owner, unclaimedDays.value + 1);
    await age(old.owner, (keptMonths.value + 1) * 31);
    const key = newId();
    const purged = await house.do(ownHand, purgePapers, {}, key);
    expect(purged).toEqual({ ok: true, output: { purged: 2 }, repeated: false });
    expect((await linesOf(house, key)).map(({ reason }) => reason)).toEqual(['kept-long-enough', 'kept-long-enough']);
    expect(await house.do(ownHand, purgePapers, {}, key)).toEqual({ ...purged, repeated: true });
    const { rows } = await sql<{ owner: string }>`
      select owner from documents.page where owner in (${left.owner}, ${young.owner}, ${filed.owner}, ${old.owner}) order by owner`.execute(
      house.owner.kysely,
    );
    expect(rows.map(({ owner }) => owner)).toEqual([young.owner, filed.owner].sort());
    await expectRefused(house, purgePapers, { by: publicActor, input: {}, as: 'not-allowed' });
  });

  test('the papers of a draft go with it', async () => {
    const draft = aDraft();
    expectDone(await house.do(keeperOf(draft), keepPage, aPage(draft)), 'keep');
    const input = { owners: [draft.owner] };
    const { output } = await expectProperDeed(house, forgetOwners, { by: ownHand, input, otherInput: { owners: [] } });
    expect(output).toEqual({ purged: 1 });
    await expectRefused(house, forgetOwners, { by: keeperOf(draft), input, as: 'not-allowed' });
  });

  test('bytes that no page has any more are swept at night, and only those', async () => {
    const [kept, taken] = [aDraft(), aDraft()];
    await send(kept, aPhoto({ filling: 'kept' }));
    const sent = await send(taken, aPhoto({ filling: 'taken back' }));
    const [lasting, fleeting] = [await papersOf(kept), await papersOf(taken)].map(({ pages }) => pages[0]?.checksum ?? '');
    await house.do(keeperOf(taken), removePage, { owner: taken.owner, page: sent.ok ? sent.page : '' });
    const yesterday = new Date(Date.now() - 2 * 86_400_000);
    for (const name of [lasting ?? '', fleeting ?? ''])
      utimesSync(join(house.house.config.dataFolder, 'papers', name.slice(0, 2), name), yesterday, yesterday);
    const job = house.house.jobs.find(({ name }) => name === 'documents.purge-papers');
    const { desk, clock } = house.house;
    const quiet = { info: () => undefined, warn: () => undefined };
    const context = { desk, clock, actor: ownHand, key: newId(), log: quiet, enqueue: async () => undefined };
    await job?.handle(context, undefined as never);
    const stored = storedFiles();
    expect(stored).toContain(lasting);
    expect(stored).not.toContain(fleeting);
  });
});
