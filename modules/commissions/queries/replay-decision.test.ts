import { generate } from 'otplib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Law, lawAt } from '#law';
import { stoppedClock, systemClock } from '#platform/clock';
import { sql } from '#platform/database';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { type Actor, systemActor } from '#platform/permissions';
import { reprintMinutes } from '../../../surfaces/server/print/reprint-minutes.ts';
import { aPost } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import {
  aRuling,
  aScan,
  checkRequests,
  deedNamed,
  everyMember,
  fileOf,
  openRoom,
  schedule,
} from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { declareConflict } from '../actions/declare-conflict.ts';
import { endMandate } from '../actions/end-mandate.ts';
import { keepWrittenOpinion } from '../actions/keep-written-opinion.ts';
import { notePresence } from '../actions/note-presence.ts';
import { notePrinting } from '../actions/note-printing.ts';
import { noteSignedPaper } from '../actions/note-signed-paper.ts';
import { recordDecisions } from '../actions/record-decisions.ts';
import { sealSitting } from '../actions/seal-sitting.ts';
import { seatMember } from '../actions/seat-member.ts';
import { validateSittings } from '../actions/validate-sittings.ts';
import { parseMinutes } from '../model/minutes.ts';
import type { ProofCode } from '../model/proof.ts';
import { replayDecision } from './replay-decision.ts';
import { sealedMinutes } from './sealed-minutes.ts';

const SECRET = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP';
const COMMUNE = '05.081.03.07';
const clock = stoppedClock(systemClock.now().toString());
const replaying = replayDecision({ reprint: reprintMinutes });

let house: TestHouse;
let secretary: Actor;
let sitting: string;
/** Against the score with a second person, opinions that differ and a member taken out; and one decided in a batch as scored. */
const decided = { alone: '', inBatch: '' };
const numbers = { alone: '', inBatch: '' };

beforeAll(async () => {
  house = await openTestHouse({ clock });
  secretary = await house.as('naima.secretary');
  await house.owner.pool.query('update staff.agent set second_factor_secret = $1', [SECRET]);
  await decideEverything();
  const [alone, inBatch] = [await fileOf(house, decided.alone), await fileOf(house, decided.inBatch)];
  Object.assign(numbers, { alone: alone.number, inBatch: inBatch.number });
}, 60_000);
afterAll(() => house?.close());

const wait = (seconds: number) => clock.moveTo(clock.now().add({ seconds }).toString());

async function aCode(): Promise<string> {
  wait(60);
  return generate({ secret: SECRET, epoch: Math.floor(clock.now().epochMilliseconds / 1_000) });
}

async function memberOf(institution: string): Promise<string> {
  const { rows } = await house.owner.pool.query(
    `select m.id from commissions.member m join commissions.commission c on c.id = m.commission_id
     where c.kind = 'cpl' and c.territory = $1 and m.institution = $2 and m.seat <> 'secretary'`,
    [COMMUNE, institution],
  );
  return rows[0].id;
}

/** A sitting with all that a sitting can have, sealed, signed, printed and validated. */
async function decideEverything(): Promise<void> {
  const files = await checkRequests(house, ...Array.from({ length: 8 }, () => aFamily('poor')));
  sitting = await schedule(house, files);
  const [inBatch = '', also = '', ...single] = files;
  Object.assign(decided, { inBatch, alone: single[5] ?? '' });
  await openRoom(house, sitting);
  const [health, finance, interior] = [await memberOf('health'), await memberOf('finance'), await memberOf('interior')];
  const { alone: application } = decided;
  expectDone(await house.do(secretary, declareConflict, { sitting, application, member: finance }), 'declare-conflict');
  const written = { sitting, application, institution: 'finance' as const, outcome: 'poor' as const, words: 'Rien.' };
  const receivedOn = clock.now().toZonedDateTimeISO('Africa/Casablanca').toPlainDate().toString();
  expectDone(await house.do(secretary, keepWrittenOpinion, { ...written, receivedOn }), 'keep-written-opinion');
  const shownAt = clock.now().toString();
  wait(120);
  const batch = [inBatch, also].map((file) => ({ ...aRuling(file), ruledAt: clock.now().toString() }));
  const inOne = { sitting, rulings: batch, batch: { number: 1, shownAt } };
  expectDone(await house.do(secretary, recordDecisions, inOne), 'record-decisions');
  wait(60);
  const opinions = [{ institution: 'interior' as const, member: interior, outcome: 'poor' as const, words: 'Veuve.' }];
  const rulings = single.map((file) => ({
    ...aRuling(file, 'vulnerable', 'resources-understated'),
    ...{ remark: 'Moulin du village.', ruledAt: clock.now().toString() },
    ...(file === application ? { opinions } : {}),
  }));
  expectDone(await house.do(secretary, recordDecisions, { sitting, rulings }), 'record-decisions');
  const seconding = { sitting, applications: [application], login: 'leila.health', code: await aCode() };
  expectDone(await house.do(secretary, deedNamed(house, 'commissions.second-rulings'), seconding), 'second-rulings');
  wait(1);
  const left = [{ member: health, moved: 'left' as const, at: clock.now().toString() }];
  expectDone(await house.do(secretary, notePresence, { sitting, moves: left }), 'note-presence');
  wait(60);
  const { minutesDigest: digest } = expectDone(await house.do(secretary, sealSitting, { sitting }), 'seal-sitting');
  const signing = { sitting, digest, login: 'omar.interior', code: await aCode() };
  expectDone(await house.do(secretary, deedNamed(house, 'commissions.sign-minutes'), signing), 'sign-minutes');
  const members = [await memberOf('entraide_nationale'), await memberOf('local_authority'), finance];
  expectDone(await house.do(secretary, noteSignedPaper, { sitting, digest, members, page: aScan() }), 'note-signed-paper');
  for (const language of ['ar', 'fr'] as const) await print(language);
  expectDone(await house.do(await house.as('training.province'), validateSittings, { sittings: [sitting] }), 'validate');
}

async function print(language: 'ar' | 'fr'): Promise<void> {
  const { sealed } = expectDone(await house.ask(secretary, sealedMinutes, { sitting }), 'sealed-minutes');
  if (!sealed) throw new Error('the sitting is not sealed');
  const minutes = await reprintMinutes({ minutes: parseMinutes(sealed.minutes), digest: sealed.digest }, language);
  expectDone(await house.do(secretary, notePrinting, { sitting, paper: 'minutes', language, minutes }), 'note-printing');
}

async function textOfMinutes(): Promise<string> {
  const { sealed } = expectDone(await house.ask(secretary, sealedMinutes, { sitting }), 'sealed-minutes');
  return sealed?.minutes ?? '';
}

async function replayed(number: string, query: typeof replaying = replaying) {
  const { found } = expectDone(await house.ask(await house.as('fatima.auditor'), query, { number }), 'replay-decision');
  const [decision] = found?.decisions ?? [];
  if (!decision) throw new Error(`nothing was decided on ${number}`);
  return decision;
}

const notEqual = ({ proofs }: Awaited<ReturnType<typeof replayed>>) =>
  proofs.filter(({ verdict }) => verdict !== 'equal').map(({ proof, verdict }) => `${proof} ${verdict}`);

const LOCAL: readonly ProofCode[] = [
  ...(['law', 'formula', 'declaration', 'checks', 'score', 'proposal', 'concordance', 'mandates', 'presence', 'quorum'] as const),
  ...(['conflicts', 'combination', 'override', 'once', 'decision', 'minutes', 'seal', 'journal', 'signatures'] as const),
  ...(['printing', 'letter'] as const),
];

/** The law as it is, but for one value of it from a day on. */
function lawChangedFrom(from: string, needed: number): (day: string) => Law {
  return (day) => {
    const law = lawAt(day);
    if (day < from) return law;
    const quorum = { ...law.commissions.quorum, value: needed, from };
    return { ...law, commissions: { ...law.commissions, quorum } };
  };
}

describe('a decision that nobody touched', () => {
  test.each(['alone', 'inBatch'] as const)('%s: every part of it comes to what was kept', async (which) => {
    const decision = await replayed(numbers[which]);
    expect(decision.proofs.map(({ proof }) => proof)).toEqual(LOCAL);
    expect(notEqual(decision)).toEqual([]);
    expect(decision).toMatchObject({ isProven: true, kind: 'cpl', outcome: which === 'alone' ? 'vulnerable' : 'poor' });
    for (const { kept, remade } of decision.proofs) expect(remade).toBe(kept);
  });

  test('is read by whoever audits, is noted as looked at, and by nobody else', async () => {
    const auditor = await house.as('fatima.auditor');
    await replayed(numbers.alone);
    const { rows } = await house.owner.pool.query(
      `select subject from audit.reading where actor = $1 and question = 'commissions.replay-decision'`,
      [auditor.id],
    );
    expect(rows).toContainEqual({ subject: `application:${decided.alone}` });
    const not = ['naima.secretary', 'driss.province', 'hanane.azilal', 'samira.appeals'];
    for (const login of not)
      expect(await house.ask(await house.as(login), replaying, { number: numbers.alone })).toMatchObject({
        refusal: { refused: 'not-allowed' },
      });
    const elsewhere = aPost('auditor', '09.001');
    expect(await house.ask(elsewhere, replaying, { number: numbers.alone })).toMatchObject({ output: {} });
    expect(await house.ask(auditor, replaying, { number: '2026 0000 0000' })).toMatchObject({ output: {} });
  });
});

/** What is written over by a hand that no fence stops, and the proofs that it makes fail: the one that is meant first. */
const ofFile = `application_id = '{application}' and sitting_id = '{sitting}'`;
const ofSitting = `sitting_id = '{sitting}'`;
const ofMember = (institution: string) =>
  `institution = '${institution}' and seat <> 'secretary' and id in (select member_id from commissions.presence where ${ofSitting})`;
const tampering: readonly (readonly [title: string, meant: ProofCode, statement: string, also: readonly string[]])[] = [
  [
    'the formula that a score was made by',
    'formula',
    `update applications.assessment set formula_digest = repeat('0', 64) where application_id = '{application}'`,
    ['score unknown', 'proposal unknown'],
  ],
  [
    'one answer of a declaration',
    'declaration',
    `update applications.application set declaration = jsonb_set(declaration, '{resources,income_year}', '1') where id = '{application}'`,
    [],
  ],
  [
    'what a register answered',
    'checks',
    `update verifications.check set answers = jsonb_set(answers, '{0,ref}', '9') where request_id = '{application}' and partner = 'cnss'`,
    [],
  ],
  [
    'one byte of a score',
    'score',
    `update applications.assessment set result = replace(result, '"nearLimit":false', '"nearLimit":true ') where application_id = '{application}'`,
    [],
  ],
  [
    'what the score proposed',
    'proposal',
    `update commissions.agenda_item set proposal = 'vulnerable' where ${ofFile}`,
    ['minutes different', 'journal different', 'letter different'],
  ],
  [
    'a mandate',
    'mandates',
    `update commissions.member set name_fr = name_fr || '.' where ${ofMember('health')}`,
    ['minutes different', 'letter different'],
  ],
  [
    'the moment somebody left',
    'presence',
    `update commissions.presence set at = at + interval '1 second' where ${ofSitting} and moved = 'left'`,
    ['minutes different', 'letter different'],
  ],
  [
    'who was in the room',
    'quorum',
    `delete from commissions.presence where ${ofSitting} and member_id in (select id from commissions.member where institution in ('health', 'entraide_nationale'))`,
    ['presence different', 'combination different', 'override different', 'minutes different', 'letter different'],
  ],
  [
    'who did not rule',
    'conflicts',
    `delete from commissions.recusal where ${ofFile}`,
    ['quorum different', 'minutes different', 'letter different'],
  ],
  [
    'whose family it was',
    'conflicts',
    `update commissions.member set cnie = (select head_cnie from applications.application where id = '{application}') where ${ofMember('interior')}`,
    [],
  ],
  [
    'the opinions',
    'combination',
    `update commissions.ruling set opinions = '[]' where ${ofFile}`,
    ['minutes different', 'journal different', 'letter different'],
  ],
  [
    'the second person',
    'override',
    `update commissions.ruling set seconded_by = null where ${ofFile}`,
    ['minutes different', 'letter different'],
  ],
  [
    'who had two voices',
    'once',
    `update commissions.member set agent_id = (select agent_id from commissions.member where ${ofMember('interior')}) where ${ofMember('health')}`,
    [],
  ],
  ['a decision', 'decision', `update commissions.decision set outcome = 'poor' where ${ofFile}`, []],
  [
    'what was written of a ruling',
    'minutes',
    `update commissions.ruling set remark = 'Moulin du village?' where ${ofFile}`,
    ['journal different', 'letter different'],
  ],
  [
    'one byte of the minutes',
    'seal',
    `update commissions.sitting set minutes = replace(minutes, 'Moulin', 'moulin') where id = '{sitting}'`,
    ['decision different', 'minutes different', 'printing different', 'letter different'],
  ],
  [
    'the minutes beyond reading',
    'seal',
    `update commissions.sitting set minutes = left(minutes, -1) where id = '{sitting}'`,
    [
      'law unknown',
      'mandates unknown',
      'presence unknown',
      'quorum unknown',
      'conflicts unknown',
      'decision unknown',
      'minutes different',
      'printing unknown',
      'letter unknown',
    ],
  ],
  [
    'the digest of the minutes',
    'letter',
    `update commissions.sitting set minutes_digest = repeat('0', 64) where id = '{sitting}'`,
    ['seal different', 'journal different', 'signatures different', 'printing different'],
  ],
  [
    'a digest of the journal',
    'journal',
    `update audit.entry set after_digest = repeat('0', 64) where subject = 'sitting:{sitting}' and action = 'commissions.seal-sitting'`,
    [],
  ],
  [
    'who did it, in the journal',
    'journal',
    `update audit.entry set actor = 'agent:other' where subject = 'application:{application}' and action = 'commissions.record-decisions'`,
    [],
  ],
  ['the agenda', 'journal', `update commissions.agenda_item set why = 'age' where ${ofFile}`, []],
  ['who signed what', 'signatures', `update commissions.signature set minutes_digest = repeat('0', 64) where ${ofSitting}`, []],
  [
    'who signed on a scan',
    'signatures',
    `update commissions.signature set member_id = (select id from commissions.member where ${ofMember('health')}) where ${ofSitting} and way = 'paper' and member_id = (select id from commissions.member where ${ofMember('finance')})`,
    [],
  ],
  [
    'the scan that was signed',
    'signatures',
    `update commissions.signed_paper set checksum = repeat('0', 64) where ${ofSitting}`,
    [],
  ],
  ['a signature that is gone', 'signatures', `delete from commissions.signature where ${ofSitting}`, []],
  [
    'the digest of a print',
    'printing',
    `update commissions.printing set bytes_digest = repeat('0', 64) where ${ofSitting} and language = 'fr'`,
    [],
  ],
  ['a print that is gone', 'printing', `delete from commissions.printing where ${ofSitting} and language = 'fr'`, []],
];

async function replayedAfter(statement: string, application: string, number: string) {
  const undo = new Error('undo');
  let said: Awaited<ReturnType<typeof replaying.run>> = {};
  await house.owner.kysely
    .transaction()
    .execute(async (tx) => {
      const text = statement.replaceAll('{application}', application).replaceAll('{sitting}', sitting);
      const { numAffectedRows } = await sql.raw(text).execute(tx);
      if (!numAffectedRows) throw new Error(`nothing was touched: ${text}`);
      const now = clock.now();
      const today = now.toZonedDateTimeISO('Africa/Casablanca').toPlainDate();
      said = await replaying.run({ tx, actor: systemActor('test'), now, today }, { number });
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  const [decision] = said.found?.decisions ?? [];
  if (!decision) throw new Error('nothing was decided');
  return decision as Awaited<ReturnType<typeof replayed>>;
}

describe('a hand that no fence stops is found by the proof it touches', () => {
  test.each(tampering)('%s: the proof %s', async (_title, meant, statement, also) => {
    const decision = await replayedAfter(statement, decided.alone, numbers.alone);
    expect(decision.isProven).toBe(false);
    expect(notEqual(decision).sort()).toEqual([`${meant} different`, ...also].sort());
  });

  test('minutes, their digest, ruling and decision rewritten together, as if the commission had decided so', async () => {
    const statement = `
      with ruled as (update commissions.ruling set outcome = 'poor' where ${ofFile}),
      decided as (update commissions.decision set outcome = 'poor' where ${ofFile}),
      forged as (select replace(minutes, '"outcome":"vulnerable"', '"outcome":"poor"') as text from commissions.sitting where id = '{sitting}')
      update commissions.sitting set minutes = forged.text, minutes_digest = encode(sha256(forged.text::bytea), 'hex') from forged
      where id = '{sitting}'`;
    const decision = await replayedAfter(statement, decided.alone, numbers.alone);
    expect(notEqual(decision)).toContain('journal different');
    expect(decision.proofs.find(({ proof }) => proof === 'seal')).toMatchObject({ verdict: 'equal' });
  });

  test('a file called concordant no more, that was decided in a batch', async () => {
    const statement = `update commissions.agenda_item set concordant = false where ${ofFile}`;
    const decision = await replayedAfter(statement, decided.inBatch, numbers.inBatch);
    expect(notEqual(decision)).toEqual(['concordance different', 'journal different']);
  });

  test('a value of the law that is changed for a day gone by', async () => {
    const query = replayDecision({ reprint: reprintMinutes, lawOn: lawChangedFrom('2020-01-01', 2) });
    const decision = await replayed(numbers.alone, query);
    expect(notEqual(decision)).toEqual(['law different', 'quorum different', 'minutes different', 'letter different']);
    const law = decision.proofs.find(({ proof }) => proof === 'law');
    expect(law?.apart).toContainEqual({ place: 'quorum.value', kept: '3', remade: '2' });
  });

  test('a ruling on another file that is taken back after the seal: the minutes cannot be written again', async () => {
    const statement = `update commissions.ruling set withdrawn_at = recorded_at, withdrawn_by = 'agent:other'
      where application_id = '${decided.inBatch}' and sitting_id = '{sitting}'`;
    const decision = await replayedAfter(statement, decided.alone, numbers.alone);
    expect(notEqual(decision)).toEqual(['mandates unknown', 'presence unknown', 'minutes different', 'letter unknown']);
    expect(decision.proofs.find(({ proof }) => proof === 'minutes')).toMatchObject({ remade: 'none', note: 'not-rebuilt' });
  });

  test('no proof of a local decision is without a hand that makes it fail', () => {
    const touched = [...tampering.map(([, meant]) => meant), 'law', 'concordance'];
    expect([...new Set(touched)].sort()).toEqual([...LOCAL].sort());
  });
});

test('minutes that are set by another template since cannot be known to be the same paper', async () => {
  const query = replayDecision({ reprint: async () => ({ bytes: '1'.repeat(64), form: '2'.repeat(64) }) });
  const decision = await replayed(numbers.alone, query);
  expect(notEqual(decision)).toEqual(['printing unknown']);
  expect(decision.isProven).toBe(false);
});

test('what the first form of minutes did not say cannot be known', async () => {
  const { file, proposal, outcome, reason, remark } = parseMinutes(await textOfMinutes()).decisions.at(-1) ?? {};
  const line = { position: 1, file: numbers.alone, proposal, outcome, reason, remark, against_score: true };
  const first = {
    schema: 'ramed.minutes/1',
    number: '1',
    territory: COMMUNE,
    held_on: '2026-11-02',
    present: [],
    decisions: [line],
  };
  const statement = `update commissions.sitting set minutes = '${JSON.stringify(first)}' where id = '{sitting}'`;
  const decision = await replayedAfter(statement, decided.alone, numbers.alone);
  expect(file).toBe(numbers.alone);
  const unknown = ['law', 'mandates', 'presence', 'quorum', 'conflicts', 'minutes', 'letter'].map((proof) => `${proof} unknown`);
  expect(notEqual(decision).filter((one) => one.endsWith('unknown'))).toEqual(unknown);
  expect(decision.proofs.find(({ proof }) => proof === 'decision')).toMatchObject({ verdict: 'equal' });
});

test('three years later, after the law changed, members left and came and others sit, it still proves equal', async () => {
  clock.moveTo(
    clock
      .now()
      .add({ hours: 24 * 365 * 3 })
      .toString(),
  );
  const province = await house.as('driss.province');
  const on = clock.now().toZonedDateTimeISO('Africa/Casablanca').toPlainDate();
  const members = await everyMember(house, COMMUNE);
  for (const member of members) expectDone(await house.do(province, endMandate, { member, on: on.toString() }), 'end-mandate');
  const commission = { kind: 'cpl' as const, territory: COMMUNE };
  const newcomer = { commission, institution: 'health' as const, seat: 'titular' as const, nameFr: 'Autre', nameAr: 'آخر' };
  const from = on.add({ days: 1 }).toString();
  expectDone(await house.do(province, seatMember, { ...newcomer, from }), 'seat-member');
  await house.owner.pool.query(
    `insert into applications.assessment select $2, application_id, territory, formula, formula_digest, input_digest,
       replace(result, 'poor', 'vulnerable'), repeat('1', 64), $3 from applications.assessment where application_id = $1`,
    [decided.alone, newId(), clock.now().toString()],
  );
  await house.owner.pool.query(`update applications.application set proposal = 'vulnerable' where id = $1`, [decided.alone]);
  clock.moveTo(clock.now().add({ hours: 48 }).toString());
  const query = replayDecision({ reprint: reprintMinutes, lawOn: lawChangedFrom('2028-01-01', 5) });
  for (const number of Object.values(numbers)) {
    const decision = await replayed(number, query);
    expect(notEqual(decision)).toEqual([]);
    expect(decision.isProven).toBe(true);
  }
});
