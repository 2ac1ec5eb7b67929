import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { stoppedClock } from '#platform/clock';
import { toDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { pagesToFill } from '../../../surfaces/testing/filling.ts';
import { fileOf, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { citizenOf, holderOfCode } from '../model/citizen.ts';
import { oneDraft } from '../queries/drafts.ts';
import { findContact } from '../store/contacts.ts';
import { discardDraft } from './discard-draft.ts';
import { openDraft } from './open-draft.ts';
import { purgeDrafts } from './purge-drafts.ts';
import { removePerson } from './remove-person.ts';
import { resumeDraft } from './resume-draft.ts';
import { saveAnswers } from './save-answers.ts';
import { submitDraft } from './submit-draft.ts';

const clock = stoppedClock('2026-11-22T10:42:00Z');
const today = toDate('2026-11-22');
let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse({ clock });
});
afterAll(() => house.close());

function keys() {
  return { draft: newId(), codeDigest: randomBytes(32).toString('hex') };
}

async function opened() {
  const held = keys();
  const by = citizenOf(held);
  expectDone(await house.do(by, openDraft, { ...held, language: 'ar' }), 'open');
  return { ...held, by };
}

type Opened = Awaited<ReturnType<typeof opened>>;

async function filledIn({ draft, by }: Opened, declaration: Declaration, until = 100) {
  for (const { step, typed } of pagesToFill(declaration, today).slice(0, until)) {
    const at = { page: step.page.key, ...(step.ref === undefined ? {} : { ref: step.ref }) };
    const input = { draft, step: at, typed: typed as Record<string, string>, language: 'ar' as const };
    expectDone(await house.do(by, saveAnswers, input), `save ${step.page.key}`);
  }
}

async function seenBy({ by, draft }: Opened) {
  return expectDone(await house.ask(by, oneDraft, { draft }), 'draft').draft;
}

const birth = { 'birth_date-day': '4', 'birth_date-month': '6', 'birth_date-year': '1979', sex: 'F', cnie: 'IC77' };
const saving = (draft: string, typed = birth) => ({ draft, step: { page: 'birth' }, typed, language: 'ar' as const });

describe('a draft', () => {
  test('is opened by the family that will hold it, and told in the journal without its answers', async () => {
    const [held, other] = [keys(), keys()];
    const deed = {
      by: citizenOf(held),
      input: { ...held, language: 'fr' as const },
      otherInput: { ...other, language: 'fr' as const },
    };
    const { lines } = await expectProperDeed(house, openDraft, deed);
    expect(lines).toMatchObject([{ subject: `draft:${held.draft}`, territory: `draft:${held.draft}` }]);
    await expectRefused(house, openDraft, {
      by: aPost('counter-agent', ''),
      input: { ...other, language: 'fr' },
      as: 'not-allowed',
    });
  });

  test('keeps each page as it is answered, and where the family is', async () => {
    const mine = await opened();
    const { lines } = await expectProperDeed(house, saveAnswers, {
      by: mine.by,
      input: saving(mine.draft),
      otherInput: saving(mine.draft, { ...birth, cnie: 'IC78' }),
    });
    expect(lines).toMatchObject([{ subject: `draft:${mine.draft}` }]);
    expect(await seenBy(mine)).toMatchObject({
      answered: ['birth'],
      lastStep: 'birth',
      answers: { members: [{ relation: 'head', birth_date: '1979-06-04', cnie: 'IC77' }] },
    });
  });

  test('takes no answer that the form would refuse, no page that is not asked, and none from who may not', async () => {
    const { draft, by } = await opened();
    await expectRefused(house, saveAnswers, { by, input: saving(draft, { ...birth, cnie: '?' }), as: 'wrong-answers' });
    const farm = { draft, step: { page: 'farm' }, typed: {}, language: 'ar' as const };
    await expectRefused(house, saveAnswers, { by, input: farm, as: 'step-not-asked' });
    await expectRefused(house, saveAnswers, { by, input: { ...farm, step: { page: 'identity', ref: 9 } }, as: 'step-not-asked' });
    await expectRefused(house, saveAnswers, { by, input: saving(newId()), as: 'draft-not-found' });
    await expectRefused(house, saveAnswers, { by: aPost('counter-agent', ''), input: saving(draft), as: 'not-allowed' });
  });

  test('is seen and changed by nobody else: not by another family, not by an agent', async () => {
    const mine = await opened();
    const other = await opened();
    expect(expectDone(await house.ask(other.by, oneDraft, { draft: mine.draft }), 'draft')).toEqual({});
    await expectRefused(house, saveAnswers, { by: other.by, input: saving(mine.draft), as: 'draft-not-found' });
    expect(await house.ask(aPost('counter-agent', '05.081'), oneDraft, { draft: mine.draft })).toMatchObject({
      refusal: { refused: 'not-allowed' },
    });
  });

  test('loses a person with all that was said, and never its head', async () => {
    const family = aFamily();
    const mine = await opened();
    await filledIn(mine, family);
    const { draft, by } = mine;
    const { output } = await expectProperDeed(house, removePerson, {
      by,
      input: { draft, ref: 2 },
      otherInput: { draft, ref: 3 },
    });
    expect(output.persons).toBe(family.members.length - 1);
    const seen = await seenBy(mine);
    expect(seen?.answered).not.toContain(`identity/${family.members.length}`);
    expect(seen?.answers.members[1]).toMatchObject({ birth_date: family.members[2]?.birth_date });
    await expectRefused(house, removePerson, { by, input: { draft, ref: 30 }, as: 'person-not-found' });
    await expectRefused(house, removePerson, { by, input: { draft: newId(), ref: 2 }, as: 'draft-not-found' });
    await expectRefused(house, removePerson, { by: aPost('auditor', ''), input: { draft, ref: 2 }, as: 'not-allowed' });
  });

  test('is destroyed at the family’s wish, with its code', async () => {
    const mine = await opened();
    const { draft, by } = mine;
    await expectProperDeed(house, discardDraft, { by, input: { draft }, otherInput: { draft: newId() } });
    expect(await seenBy(mine)).toBeUndefined();
    await expectRefused(house, discardDraft, { by, input: { draft }, as: 'draft-not-found' });
    await expectRefused(house, discardDraft, { by: aPost('auditor', ''), input: { draft }, as: 'not-allowed' });
  });

  test('that nobody touches is destroyed when its days are over, and not before', async () => {
    const mine = await opened();
    clock.moveTo('2027-01-20T03:00:00Z');
    await house.do(ownHand, purgeDrafts, {});
    expect(await seenBy(mine)).toBeDefined();
    clock.moveTo('2027-01-22T03:00:00Z');
    const key = newId();
    expect(expectDone(await house.do(ownHand, purgeDrafts, {}, key), 'purge').purged).toBeGreaterThan(0);
    expect(await house.do(ownHand, purgeDrafts, {}, key)).toMatchObject({ repeated: true });
    expect(await seenBy(mine)).toBeUndefined();
    clock.moveTo('2026-11-22T10:42:00Z');
    await expectRefused(house, purgeDrafts, { by: aPost('administrator', ''), input: {}, as: 'not-allowed' });
  });
});

describe('the code of a draft', () => {
  test('opens it with the head’s birth date, once the family has given it', async () => {
    const mine = await opened();
    const { codeDigest, draft, by } = mine;
    const input = { codeDigest, birthDate: '1979-06-04' };
    const holder = holderOfCode(codeDigest);
    expect(await house.do(holder, resumeDraft, input)).toMatchObject({ ok: true, output: {} });
    await house.do(by, saveAnswers, saving(draft));
    const { output, lines } = await expectProperDeed(house, resumeDraft, {
      by: holder,
      input,
      otherInput: { ...input, birthDate: '1980-01-01' },
    });
    expect(output).toEqual({ draft });
    expect(lines).toMatchObject([{ reason: 'resumed' }]);
    await expectRefused(house, resumeDraft, { by: aPost('auditor', ''), input, as: 'not-allowed' });
  });

  test('rests after five wrong tries, right ones included, and serves again after half an hour', async () => {
    const mine = await opened();
    await house.do(mine.by, saveAnswers, saving(mine.draft));
    const by = holderOfCode(mine.codeDigest);
    const right = { codeDigest: mine.codeDigest, birthDate: '1979-06-04' };
    for (let attempt = 0; attempt < 5; attempt += 1)
      expect(await house.do(by, resumeDraft, { ...right, birthDate: '1944-01-01' })).toMatchObject({ output: {} });
    await expectRefused(house, resumeDraft, { by, input: right, as: 'code-resting' });
    clock.moveTo('2026-11-22T11:13:00Z');
    expect(await house.do(by, resumeDraft, right)).toMatchObject({ output: { draft: mine.draft } });
    clock.moveTo('2026-11-22T10:42:00Z');
  });

  test('opens nothing once the request is sent', async () => {
    const mine = await opened();
    const family = aFamily();
    await filledIn(mine, family);
    await sent(mine, family);
    const input = { codeDigest: mine.codeDigest, birthDate: family.members[0]?.birth_date ?? '' };
    expect(await house.do(holderOfCode(mine.codeDigest), resumeDraft, input)).toMatchObject({ output: {} });
  });
});

async function sent({ draft, codeDigest }: Opened, { commune }: Declaration) {
  const by = citizenOf({ draft, codeDigest, commune });
  return expectDone(await house.do(by, submitDraft, { draft, declaredOnHonour: true }), 'submit');
}

describe('a draft that is submitted', () => {
  test('becomes a filed request of its commune, keeps nothing of itself, and its contact is kept apart', async () => {
    const mine = await opened();
    const family = aFamily('vulnerable');
    await filledIn(mine, family);
    const by = citizenOf({ ...mine, commune: family.commune });
    const { output, lines } = await expectProperDeed(house, submitDraft, {
      by,
      input: { draft: mine.draft, declaredOnHonour: true },
      otherInput: { draft: newId(), declaredOnHonour: true },
    });
    expect(lines).toMatchObject([{ subject: `application:${output.application}`, territory: family.commune }]);
    expect(await fileOf(house, output.application)).toMatchObject({
      number: output.number,
      state: 'filed',
      filed_on: '2026-11-22',
      passages: [{ from: null, to: 'filed', deed: 'submit' }],
    });
    const contact = await house.owner.kysely.transaction().execute((tx) => findContact(tx, output.application));
    expect(contact).toMatchObject({ phone: '+212612345678', language: 'ar', wants_notices: true });
    expect(await seenBy(mine)).toMatchObject({ answers: { members: [{}] }, answered: [], submitted: output });
    const again = expectDone(await house.do(by, submitDraft, { draft: mine.draft, declaredOnHonour: true }), 'again');
    expect(again).toEqual(output);
    const late = { draft: mine.draft, step: { page: 'birth' }, typed: birth, language: 'ar' as const };
    await expectRefused(house, saveAnswers, { by, input: late, as: 'draft-submitted' });
    await expectRefused(house, removePerson, { by, input: { draft: mine.draft, ref: 2 }, as: 'draft-submitted' });
    await expectRefused(house, discardDraft, { by, input: { draft: mine.draft }, as: 'draft-submitted' });
  });

  test('half answered is refused, as is a second open request of a head or a spouse; nobody else may send it', async () => {
    const family = aFamily('vulnerable');
    const half = await opened();
    await filledIn(half, family, 6);
    const input = { draft: half.draft, declaredOnHonour: true as const };
    await expectRefused(house, submitDraft, {
      by: citizenOf({ ...half, commune: family.commune }),
      input,
      as: 'draft-not-whole',
    });
    const [first, second] = [await opened(), await opened()];
    await filledIn(first, family);
    await sent(first, family);
    await filledIn(second, family);
    const by = citizenOf({ ...second, commune: family.commune });
    await expectRefused(house, submitDraft, { by, input: { ...input, draft: second.draft }, as: 'open-request' });
    await expectRefused(house, submitDraft, { by, input: { ...input, draft: newId() }, as: 'draft-not-found' });
    await expectRefused(house, submitDraft, { by: aPost('counter-agent', ''), input, as: 'not-allowed' });
  });
});
