import { afterAll, beforeAll, expect, test } from 'vitest';
import { lawAt } from '#law';
import { stoppedClock, systemClock } from '#platform/clock';
import { sql } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { reprintMinutes } from '../../../surfaces/server/print/reprint-minutes.ts';
import { contestAdmitted, hear } from '../../../surfaces/testing/appeals-road.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { admit, checkRequests, fileOf, ownHand, schedule, sit } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { carryOutSilence } from '../actions/carry-out-silence.ts';
import { correctOnAppeal } from '../actions/correct-on-appeal.ts';
import type { ProofCode } from '../model/proof.ts';
import { appealOfFile } from './appeals.ts';
import { replayDecision } from './replay-decision.ts';

/** Of a moment that the store writes with a nought at its end, and the clock without. */
const clock = stoppedClock(`${systemClock.now().toString().slice(0, 19)}.12Z`);
const replaying = replayDecision({ reprint: reprintMinutes });

let house: TestHouse;
let application: string;
const number = { request: '', appeal: '' };

/** Refused, contested, corrected meanwhile, sent back by the provincial commission and decided again by its own; then a long time passes. */
beforeAll(async () => {
  house = await openTestHouse({ clock });
  [application = ''] = await admit(house, aFamily('not eligible'));
  later(30);
  const appeal = await contestAdmitted(house, application);
  const { declaration } = await fileOf(house, application);
  const { income_year: from } = (declaration as { resources: { income_year: number } }).resources;
  const changes = [{ place: 'resources.income_year', from, to: 1_000 }];
  const head = declaration.members[0]?.names.fr;
  const renamed = [{ place: 'members[0].names.fr.given', from: head?.given, to: 'Autrement' }];
  const correcting = { appeal, changes: [...changes, ...renamed], reason: 'Acte de vente' };
  expectDone(await house.do(await house.as('samira.appeals'), correctOnAppeal, correcting), 'correct-on-appeal');
  await hear(house, appeal, { outcome: 'sent_back', asks: 'Lire l’acte de vente.' });
  later(3);
  await sit(house, await schedule(house, [application]));
  const { appeal: told } = expectDone(await house.ask(ownHand, appealOfFile, { application }), 'appeal-of-file');
  const { rows } = await house.owner.pool.query('select number from commissions.appeal where application_id = $1', [application]);
  expect(told).toBeUndefined();
  Object.assign(number, { request: (await fileOf(house, application)).number, appeal: rows[0].number });
  later(365 * 3);
}, 60_000);
afterAll(() => house?.close());

function later(days: number): void {
  clock.moveTo(
    clock
      .now()
      .add({ hours: 24 * days })
      .toString(),
  );
}

async function replayed(sought: string, query: typeof replaying = replaying) {
  const { found } = expectDone(await house.ask(await house.as('fatima.auditor'), query, { number: sought }), 'replay-decision');
  return found?.decisions ?? [];
}

type Decision = Awaited<ReturnType<typeof replayed>>[number];

const notEqual = ({ proofs }: Pick<Decision, 'proofs'>) =>
  proofs.filter(({ verdict }) => verdict !== 'equal').map(({ proof, verdict }) => `${proof} ${verdict}`);

const HEARING: readonly ProofCode[] = [
  ...(['law', 'formula', 'declaration', 'checks', 'score', 'proposal', 'appeal-file', 'mandates', 'presence', 'quorum'] as const),
  ...(['conflicts', 'first-deciders', 'findings', 'decision', 'minutes', 'seal', 'journal', 'signatures'] as const),
  ...(['printing', 'letter'] as const),
];

test('the decisions on a request are made again one after the other, each from what was declared, known and in force then', async () => {
  const decisions = await replayed(number.request);
  expect(decisions.map(({ kind, outcome }) => `${kind} ${outcome}`)).toEqual(['cpl refused', 'cpp sent_back', 'cpl refused']);
  for (const decision of decisions) expect(notEqual(decision)).toEqual([]);
  const [first, heard, last] = decisions.map(({ proofs }) => proofs.find(({ proof }) => proof === 'score'));
  expect(heard).toMatchObject({ kept: first?.kept, note: 'own-assessment' });
  expect(last?.kept).not.toBe(first?.kept);
});

test('by the number of an appeal what was ruled on it is made again', async () => {
  const [heard, ...others] = await replayed(number.appeal);
  expect(others).toEqual([]);
  expect(heard).toMatchObject({ kind: 'cpp', appeal: number.appeal, outcome: 'sent_back', isProven: true });
  expect(heard?.proofs.map(({ proof }) => proof)).toEqual(HEARING);
});

const ofAppeal = `appeal_id = (select id from commissions.appeal where application_id = '{application}')`;
const ofHearing = `sitting_id = (select sitting_id from commissions.appeal_decision where ${ofAppeal})`;
const ofVoter = `institution = 'health' and id in (select member_id from commissions.presence where ${ofHearing})`;
const tampering: readonly (readonly [title: string, meant: ProofCode, statement: string, also: readonly string[]])[] = [
  [
    'one byte of the file that went up',
    'appeal-file',
    `update commissions.appeal set file = replace(file, '"outcome":"refused"', '"outcome":"Refused"') where application_id = '{application}'`,
    [],
  ],
  [
    'the first decision',
    'appeal-file',
    `update commissions.decision set reason_code = 'covered-elsewhere' where application_id = '{application}' and outcome = 'refused'`,
    ['minutes different', 'letter different'],
  ],
  [
    'who heard an appeal of the own decision',
    'first-deciders',
    `update commissions.member set agent_id = (select agent_id from commissions.member where agent_id is not null and id in (select member_id from commissions.presence p join commissions.appeal a on a.sitting_id = p.sitting_id and a.application_id = '{application}') limit 1) where ${ofVoter}`,
    [],
  ],
  [
    'what was found',
    'findings',
    `update commissions.appeal_decision set findings = jsonb_set(findings, '{0,finding}', '"not-shown"') where ${ofAppeal}`,
    ['minutes different', 'journal different', 'letter different'],
  ],
  [
    'what was ruled',
    'decision',
    `update commissions.appeal_decision set words = words || '.' where ${ofAppeal}`,
    ['minutes different', 'letter different'],
  ],
  [
    'what the family is told',
    'decision',
    `update commissions.appeal set outcome = 'upheld' where application_id = '{application}'`,
    [],
  ],
  [
    'whose family it was',
    'conflicts',
    `update commissions.member set cnie = (select head_cnie from applications.application where id = '{application}') where ${ofVoter}`,
    [],
  ],
  [
    'what the family contested',
    'journal',
    `update commissions.appeal set words = words || '.' where application_id = '{application}'`,
    [],
  ],
  [
    'what was declared at first',
    'declaration',
    `update applications.version set declaration = jsonb_set(declaration, '{resources,income_year}', '1') where application_id = '{application}' and version = 1`,
    ['score different'],
  ],
  [
    'the score of then',
    'score',
    `update applications.assessment set result_digest = repeat('0', 64) where application_id = '{application}' and result like '%not_eligible%'`,
    [],
  ],
  [
    'who was in the room',
    'quorum',
    `delete from commissions.presence where ${ofHearing}`,
    ['presence different', 'minutes different', 'letter different'],
  ],
];

async function replayedAfter(statement: string, sought: string): Promise<Decision[]> {
  const undo = new Error('undo');
  let decisions: readonly unknown[] = [];
  await house.owner.kysely
    .transaction()
    .execute(async (tx) => {
      const text = statement.replaceAll('{application}', application);
      const { numAffectedRows } = await sql.raw(text).execute(tx);
      if (!numAffectedRows) throw new Error(`nothing was touched: ${text}`);
      const now = clock.now();
      const today = now.toZonedDateTimeISO('Africa/Casablanca').toPlainDate();
      const said = await replaying.run({ tx, actor: systemActor('test'), now, today }, { number: sought });
      decisions = said.found?.decisions ?? [];
      throw undo;
    })
    .catch((error: unknown) => {
      if (error !== undo) throw error;
    });
  return decisions as Decision[];
}

test.each(tampering)('%s: the proof %s', async (_title, meant, statement, also) => {
  const [decision] = await replayedAfter(statement, number.appeal);
  if (!decision) throw new Error('nothing was ruled');
  expect(notEqual(decision).sort()).toEqual([`${meant} different`, ...also].sort());
});

test('a second decision on a request whose first one nobody gave back is found', async () => {
  const decisions = await replayedAfter(
    `delete from commissions.returned where application_id = '{application}'`,
    number.request,
  );
  expect(decisions.map(notEqual)).toEqual([[], [], ['once different']]);
});

test('what the law alone decided is made again from the law of the day', async () => {
  const [silent = ''] = await checkRequests(house, aFamily('poor'));
  later(400);
  const effects = () => ({ decision: 'accepted' as const, decided: 'none' as const });
  expectDone(await house.do(ownHand, carryOutSilence(effects), {}), 'carry-out-silence');
  const { number: request } = await fileOf(house, silent);
  const [none] = await replayed(request);
  expect(none && notEqual(none)).toEqual(['silence different']);
  const lawOn = (day: string) => {
    const law = lawAt(day);
    const decision = { ...law.silence.decision, value: 'accepted' as const };
    return { ...law, silence: { ...law.silence, decision } };
  };
  const [decided] = await replayed(request, replayDecision({ reprint: reprintMinutes, lawOn }));
  expect(decided).toMatchObject({ isProven: true, reason: 'silence', outcome: 'poor' });
});
