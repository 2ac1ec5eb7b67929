import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Declaration } from '#modules/eligibility';
import { listBeneficiaries } from '#modules/registry';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { aPost, expectProperDeed, expectRefused, linesOf } from '../../../surfaces/testing/deeds.ts';
import { aFamily, aFileOf } from '../../../surfaces/testing/families.ts';
import { deliver, fileOf, fileRequests, filesIn, ownHand } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { batchProgress, refusedRecords } from '../queries/batch-progress.ts';
import { endBatch } from './end-batch.ts';
import { openChecking } from './open-checking.ts';
import { receiveBatch } from './receive-batch.ts';
import { type ReadRecord, takeRecords } from './take-records.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const aFile = () => ({
  sender: 'ANNEXE-HAY-SALAM',
  reference: 'LOT-7',
  fileDigest: newId().replaceAll('-', '').padEnd(64, '0'),
  filePath: '/nowhere',
  format: 'ndjson' as const,
});

async function progressOf(batch: string) {
  const { progress } = expectDone(await house.ask(ownHand, batchProgress, { batch }), 'progress');
  const { accepted, refused, repeated, refusals } = progress ?? { accepted: 0, refused: 0, repeated: 0, refusals: [] };
  return { accepted, refused, repeated, rules: refusals.map((refusal) => refusal.rule) };
}

/** Delivers a file and lets the worker read it. */
async function read(text: string) {
  const batch = await deliver(house, text);
  await house.settle();
  return { batch, ...(await progressOf(batch)) };
}

describe('a file of requests', () => {
  test('is received by the officer of the exchange and read by nobody else', async () => {
    const by = await house.as('karim.exchange');
    const input = aFile();
    const { output, lines } = await expectProperDeed(house, receiveBatch, { by, input, otherInput: aFile() });
    expect(lines).toMatchObject([{ book: 'national', subject: `batch:${output.batch}`, after_digest: input.fileDigest }]);
    await expectRefused(house, receiveBatch, { by: await house.as('hanane.azilal'), input: aFile(), as: 'not-allowed' });
  });

  test('that is received again, by another hand or under another name, is the batch already known', async () => {
    const input = aFile();
    const first = expectDone(await house.do(ownHand, receiveBatch, input), 'receive');
    const again = await house.do(await house.as('karim.exchange'), receiveBatch, { ...input, reference: 'LOT-8' });
    expect(again).toMatchObject({ ok: true, output: { batch: first.batch, known: true } });
    const atOnce = aFile();
    const both = await Promise.all([house.do(ownHand, receiveBatch, atOnce), house.do(ownHand, receiveBatch, atOnce)]);
    expect(new Set(both.map((outcome) => expectDone(outcome, 'receive').batch)).size).toBe(1);
  });

  test('delivered a second time changes nothing at all', async () => {
    const text = aFileOf([aFamily(), aFamily()]);
    const { batch } = await read(text);
    expect(await read(text)).toEqual({ batch, accepted: 2, refused: 0, repeated: 0, rules: [] });
  });

  test('is ended once, with the fault at which it could not be read further', async () => {
    const { batch } = expectDone(await house.do(ownHand, receiveBatch, aFile()), 'receive');
    const input = { batch, fault: { line: 12, rule: 'truncated', facts: {} } };
    const { lines } = await expectProperDeed(house, endBatch, { by: ownHand, input, otherInput: { batch } });
    expect(lines).toMatchObject([{ subject: `batch:${batch}`, reason: 'truncated' }]);
    await expectRefused(house, endBatch, { by: await house.as('karim.exchange'), input, as: 'not-allowed' });
  });
});

describe('the records of a file', () => {
  const record = (ordinal: number): ReadRecord => {
    const declaration = aFamily();
    return { ordinal, line: ordinal, reference: `R-${ordinal}`, digest: `${ordinal}`.padStart(64, '0'), declaration };
  };
  const open = async () => expectDone(await house.do(ownHand, receiveBatch, { ...aFile(), sender: newId() }), 'receive').batch;

  test('become filed requests, each with a number that carries its check digit and a line of the journal', async () => {
    const batch = await open();
    const input = { batch, firstOrdinal: 1, nextOrdinal: 3, records: [record(1), record(2)], refused: [] };
    const otherInput = { ...input, firstOrdinal: 2 };
    const { output, lines } = await expectProperDeed(house, takeRecords, { by: ownHand, input, otherInput });
    expect(output).toEqual({ accepted: 2, refused: 0, repeated: 0 });
    expect(lines.map((line) => line.subject)).toEqual((await filesIn(house, batch)).map((file) => `application:${file}`));
    await expectRefused(house, takeRecords, { by: await house.as('karim.exchange'), input, as: 'not-allowed' });
  });

  test('are taken in their order: a chunk that was taken already, or that leaves a gap, is refused', async () => {
    const batch = await open();
    const input = { batch, firstOrdinal: 1, nextOrdinal: 2, records: [record(1)], refused: [] };
    expectDone(await house.do(ownHand, takeRecords, input), 'take');
    await expectRefused(house, takeRecords, { by: ownHand, input, as: 'out-of-order' });
    await expectRefused(house, takeRecords, { by: ownHand, input: { ...input, firstOrdinal: 5 }, as: 'out-of-order' });
  });

  test('word for word the same are repeated; the same reference with other words is refused', async () => {
    const [family, other] = [aFamily(), aFamily()];
    const sender = `OFFICE-${newId()}`;
    expect(await read(aFileOf([family], { sender }))).toMatchObject({ accepted: 1 });
    expect(await read(aFileOf([family, other], { sender }))).toMatchObject({ accepted: 1, repeated: 1 });
    const changed = { ...family, resources: { ...family.resources, income_year: 1 } } as typeof family;
    expect(await read(aFileOf([changed], { sender }))).toMatchObject({ accepted: 0, refused: 1, rules: ['reference-reused'] });
  });

  test('of a head who has an open request are refused, and the answer names that request', async () => {
    const family = aFamily();
    const [file = ''] = await fileRequests(house, family);
    const { batch, rules } = await read(aFileOf([family]));
    expect(rules).toEqual(['duplicate-household']);
    const { records } = expectDone(await house.ask(ownHand, refusedRecords, { batch }), 'refused');
    expect(records).toMatchObject([{ reference: 'R-1', refusals: [{ facts: { number: (await fileOf(house, file)).number } }] }]);
    const twins = aFamily();
    const twice = await read(aFileOf([twins, twins]));
    expect(twice).toMatchObject({ accepted: 1, refused: 1, rules: ['duplicate-household'] });
    const told = expectDone(await house.ask(ownHand, refusedRecords, { batch: twice.batch }), 'refused').records;
    expect(told).toMatchObject([{ reference: 'R-2', refusals: [{ facts: { number: 'R-1' } }] }]);
  });
});

describe('a person who would be cared for twice', () => {
  const withSpouse = (cnie: string): Declaration => {
    const family = aFamily('vulnerable');
    const members = family.members.map((member) => (member.relation === 'spouse' ? { ...member, cnie } : member));
    return { ...family, members } as Declaration;
  };
  const headedBy = (cnie: string): Declaration => {
    const family = aFamily();
    const members = family.members.map((member, place) => (place === 0 ? { ...member, cnie } : member));
    return { ...family, members } as Declaration;
  };

  test('the spouse of an open request cannot head another, and the head of one cannot be the spouse in another', async () => {
    const filed = withSpouse('SP100110');
    const [file = ''] = await fileRequests(house, filed);
    const { number } = await fileOf(house, file);
    const { batch } = await read(aFileOf([headedBy('SP100110'), withSpouse(filed.members[0]?.cnie ?? '')]));
    const { records } = expectDone(await house.ask(ownHand, refusedRecords, { batch }), 'refused');
    expect(records.map(({ refusals }) => refusals)).toMatchObject([
      [{ refused: 'duplicate-household', place: 'members[0].cnie', facts: { number } }],
      [{ refused: 'duplicate-household', place: 'members[1].cnie', facts: { number } }],
    ]);
  });

  test('nor within one file, where the first of the two is told by its reference', async () => {
    const { batch, ...told } = await read(aFileOf([withSpouse('SP100210'), headedBy('SP100210')]));
    expect(told).toMatchObject({ accepted: 1, refused: 1, rules: ['duplicate-household'] });
    const { records } = expectDone(await house.ask(ownHand, refusedRecords, { batch }), 'refused');
    expect(records).toMatchObject([{ reference: 'R-2', refusals: [{ facts: { number: 'R-1' } }] }]);
  });

  test('two files read at the same moment open one request for the same spouse', async () => {
    const [one, two] = [aFileOf([withSpouse('SP100310')]), aFileOf([headedBy('SP100310')])];
    const batches = [await deliver(house, one), await deliver(house, two)];
    await house.settle();
    const accepted = (await Promise.all(batches.map(progressOf))).map((progress) => progress.accepted);
    expect(accepted.toSorted()).toEqual([0, 1]);
  });
});

describe('an office of one province', () => {
  /** As an office there would deliver it; today only the officer of the exchange, who covers the nation, does. */
  async function readAt(territory: string, declarations: readonly Declaration[]) {
    const text = aFileOf(declarations);
    const batch = await deliver(house, text);
    await house.owner.pool.query('update applications.batch set territory = $2 where id = $1', [batch, territory]);
    await house.settle();
    const { rows } = await house.owner.pool.query('select refusals from applications.refused_record where batch_id = $1', [
      batch,
    ]);
    return { told: JSON.stringify(rows), ...(await progressOf(batch)) };
  }

  test('opens no file for a family of another province', async () => {
    const told = await readAt('05.081', [aFamily(), aFamily('poor', { at: 'beni mellal' })]);
    expect(told).toMatchObject({ accepted: 1, refused: 1, rules: ['outside-jurisdiction'] });
  });

  test('is told the number of a family’s open request only when that file is its own', async () => {
    const family = aFamily('poor', { at: 'beni mellal' });
    const [file = ''] = await fileRequests(house, family);
    const { number } = await fileOf(house, file);
    const moved = { ...family, commune: aFamily().commune } as Declaration;
    const elsewhere = await readAt('05.081', [moved]);
    expect(elsewhere.rules).toEqual(['duplicate-elsewhere']);
    expect(elsewhere.told).not.toContain(number);
    expect((await readAt('05.091', [family])).told).toContain(number);
  });
});

describe('opening the checks', () => {
  test('a counter agent accepts the papers of the commune’s files, and the partners are asked', async () => {
    const [file = '', other = ''] = await fileRequests(house, aFamily('vulnerable'), aFamily('vulnerable'));
    const counter = aPost('counter-agent', '05.081.01.03');
    const deed = { by: counter, input: { applications: [file] }, otherInput: { applications: [other] } };
    const { output, lines } = await expectProperDeed(house, openChecking, deed);
    expect(output.applications).toEqual([file]);
    expect(lines).toMatchObject([{ book: '05.081', subject: `application:${file}`, territory: '05.081.01.03' }]);
    expect((await fileOf(house, file)).state).toBe('checking');
  });

  test('a counter agent of another province moves nothing, and a secretary may not', async () => {
    const [file = ''] = await fileRequests(house, aFamily());
    const stranger = await house.as('said.benimellal');
    expect(await house.do(stranger, openChecking, { applications: [file] })).toMatchObject({ output: { applications: [] } });
    const secretary = await house.as('naima.secretary');
    await expectRefused(house, openChecking, { by: secretary, input: { applications: [file] }, as: 'not-allowed' });
    expect((await fileOf(house, file)).state).toBe('filed');
  });

  test('two counters that open the same file at once open it once', async () => {
    const [file = ''] = await fileRequests(house, aFamily('vulnerable'));
    const [one, two] = [aPost('counter-agent', '05.081.01.03'), aPost('counter-agent', '05.081')];
    const keys = [newId(), newId()];
    const outcomes = await Promise.all([
      house.do(one, openChecking, { applications: [file] }, keys[0]),
      house.do(two, openChecking, { applications: [file] }, keys[1]),
    ]);
    const opened = outcomes.flatMap((outcome) => expectDone(outcome, 'open').applications);
    expect(opened).toEqual([file]);
    const lines = (await Promise.all(keys.map((key) => linesOf(house, key)))).flat();
    expect(lines.filter((line) => line.subject === `application:${file}`)).toHaveLength(1);
    const passages = (await fileOf(house, file)).passages.filter((passage) => passage.deed === 'accept-papers');
    expect(passages).toHaveLength(1);
  });

  test('a person who moved is known by the card, where the old province cannot be read, and the new request keeps its own words', async () => {
    const before = aFamily('poor', { at: 'beni mellal' });
    const [old = ''] = await fileRequests(house, before);
    await house.do(aPost('counter-agent', '05.091'), openChecking, { applications: [old] });
    const family = aFamily('vulnerable');
    const members = family.members.map((member, place) => (place === 3 ? { ...member, cnie: before.members[0]?.cnie } : member));
    const [file = ''] = await fileRequests(house, { ...family, members } as typeof family);
    const agent = aPost('counter-agent', '05.081');
    expect(await house.do(agent, openChecking, { applications: [file] })).toMatchObject({
      ok: true,
      output: { applications: [file] },
    });
    const stated = await house.owner.kysely.transaction().execute((tx) => listBeneficiaries(tx, [old, file]));
    const of = (request: string, ref: number) => stated.find((person) => person.requestId === request && person.ref === ref);
    expect(of(file, 4)?.personId).toBe(of(old, 1)?.personId);
    expect(of(file, 4)?.names).toMatchObject(members[3]?.names ?? {});
  });
});
