import { afterAll, beforeAll, expect, test } from 'vitest';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { keeperOf } from '../model/keeper.ts';
import { ownPapers, papersOnFile } from '../queries/papers-of.ts';
import { changeKind } from './change-kind.ts';
import { addPage, keepPage } from './keep-page.ts';
import { takeBackPage } from './take-back-page.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const territory = '05.081.01.01';
const counter = aPost('counter-agent', territory);
const elsewhere = aPost('counter-agent', '05.091');
const officer = aPost('verification-officer', '05.081');

const aFile = () => `application:${newId()}`;
const aPage = (owner: string, over = {}) => ({
  page: newId(),
  owner,
  territory,
  kind: 'applicant-identity',
  checksum: newId().replaceAll('-', '').padEnd(64, '0'),
  mediaType: 'image/jpeg' as const,
  bytes: 1_000,
  sheets: 1,
  scan: 'clean' as const,
  ...over,
});
const pagesOf = async (owner: string) => expectDone(await house.ask(counter, papersOnFile, { owner }), 'papers').pages;
const added = async (owner: string, over = {}) =>
  expectDone(await house.do(counter, addPage, aPage(owner, over)), 'add-page').page;

test('a page that an agent adds is on the file at once, with a receipt of its bytes, and the journal says who', async () => {
  const owner = aFile();
  const input = aPage(owner);
  const { output, lines } = await expectProperDeed(house, addPage, { by: counter, input, otherInput: aPage(owner) });
  expect(output).toMatchObject({ page: input.page, checksum: input.checksum, isNew: true, scan: 'clean' });
  expect(lines).toMatchObject([{ subject: `page:${input.page}`, territory, actor: counter.id }]);
  expect(await pagesOf(owner)).toMatchObject([{ id: input.page, addedBy: counter.id, keptAt: output.keptAt }]);
  const { rows } = await sql<{ on: boolean }>`
    select handed_over_at is not null as on from documents.page where id = ${input.page}`.execute(house.owner.kysely);
  expect(rows).toEqual([{ on: true }]);
});

test('the same bytes again, under another key and another page, get the first receipt', async () => {
  const owner = aFile();
  const input = aPage(owner);
  const first = expectDone(await house.do(counter, addPage, input), 'add-page');
  const again = expectDone(await house.do(counter, addPage, { ...input, page: newId() }), 'add-page');
  expect(again).toEqual({ ...first, isNew: false });
});

test('a page is added within the limits, by who may, where the post is', async () => {
  const owner = aFile();
  await expectRefused(house, addPage, { by: counter, input: aPage(owner, { sheets: 11 }), as: 'too-many-pages' });
  await expectRefused(house, addPage, { by: counter, input: aPage(owner, { bytes: 61 * 1_048_576 }), as: 'too-much' });
  await expectRefused(house, addPage, { by: officer, input: aPage(owner), as: 'not-allowed' });
  await expect(house.do(elsewhere, addPage, aPage(owner))).rejects.toThrow(/row-level security/);
  const infected = aPage(owner);
  expectDone(await house.do(counter, addPage, infected), 'add-page');
  await sql`update documents.page set scan = 'infected' where id = ${infected.page}`.execute(house.owner.kysely);
  await expectRefused(house, addPage, { by: counter, input: { ...infected, page: newId() }, as: 'infected' });
});

test('a page taken back stays to be seen, counts for nothing, and counts again when it is sent again', async () => {
  const owner = aFile();
  const page = aPage(owner, { sheets: 10 });
  expectDone(await house.do(counter, addPage, page), 'add-page');
  const input = { page: page.page, reason: 'unreadable' as const, note: 'the lower half' };
  const otherInput = { ...input, reason: 'twice' as const };
  const { lines } = await expectProperDeed(house, takeBackPage, { by: counter, input, otherInput });
  expect(lines).toMatchObject([{ subject: `page:${page.page}`, reason: 'unreadable', actor: counter.id }]);
  expect(await pagesOf(owner)).toMatchObject([
    { id: page.page, takenBack: { by: counter.id, reason: 'unreadable', note: 'the lower half' } },
  ]);
  const family = keeperOf({ owner, territory });
  expect(expectDone(await house.ask(family, ownPapers, { owner }), 'own').pages).toEqual([]);
  await expectRefused(house, takeBackPage, { by: counter, input, as: 'page-not-found' });

  const other = await added(owner);
  await expectRefused(house, addPage, { by: counter, input: page, as: 'too-many-pages' });
  expectDone(await house.do(counter, takeBackPage, { page: other, reason: 'twice' }), 'take-back');
  expect(expectDone(await house.do(family, keepPage, { ...page, page: newId() }), 'keep')).toEqual({
    page: page.page,
    isNew: false,
  });
  expect((await pagesOf(owner)).find(({ id }) => id === page.page)?.takenBack).toBeUndefined();
});

test('a page is taken back by who may add one, where it lies', async () => {
  const page = await added(aFile());
  const input = { page, reason: 'other' as const };
  await expectRefused(house, takeBackPage, { by: elsewhere, input, as: 'page-not-found' });
  await expectRefused(house, takeBackPage, { by: officer, input, as: 'not-allowed' });
});

test('a page is said to be of another paper, once, unless that one has it or has no room', async () => {
  const owner = aFile();
  const checksum = 'c'.repeat(64);
  const page = await added(owner, { checksum });
  const input = { page, kind: 'salary-certificate' };
  const otherInput = { page, kind: 'child-identity' };
  const { lines } = await expectProperDeed(house, changeKind, { by: counter, input, otherInput });
  expect(lines).toMatchObject([{ subject: `page:${page}`, reason: 'other-kind' }]);
  expect(await pagesOf(owner)).toMatchObject([{ id: page, kind: 'salary-certificate' }]);
  const twin = await added(owner, { checksum });
  await expectRefused(house, changeKind, { by: counter, input: { page: twin, kind: 'salary-certificate' }, as: 'there-already' });
  await added(owner, { kind: 'child-identity', sheets: 10 });
  await expectRefused(house, changeKind, { by: counter, input: { page, kind: 'child-identity' }, as: 'too-many-pages' });
  await expectRefused(house, changeKind, { by: elsewhere, input, as: 'page-not-found' });
  await expectRefused(house, changeKind, { by: officer, input, as: 'not-allowed' });
  expectDone(await house.do(counter, takeBackPage, { page, reason: 'wrong-paper' }), 'take-back');
  await expectRefused(house, changeKind, { by: counter, input, as: 'page-not-found' });
});
