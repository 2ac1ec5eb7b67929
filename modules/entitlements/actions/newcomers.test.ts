import { afterAll, beforeAll, expect, test } from 'vitest';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { aPost, expectRefused } from '../../../surfaces/testing/deeds.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';
import { register, registrationOf } from '../../../surfaces/testing/road.ts';
import { openTestHouse, type TestHouse } from '../../../surfaces/testing/test-house.ts';
import { familyOverTime } from '../queries/family-over-time.ts';
import { decideLifeEvent } from './decide-life-event.ts';
import { reportLifeEvent } from './report-life-event.ts';
import { undoLifeEvent } from './undo-life-event.ts';

let house: TestHouse;
let officer: Actor;
let counter: Actor;

beforeAll(async () => {
  house = await openTestHouse();
  officer = await house.as('salma.anam');
  counter = aPost('counter-agent', '05.081');
});
afterAll(() => house.close());

const today = new Date().toISOString().slice(0, 10);
const reason = 'the act was shown';
const accepted = { decision: 'accepted', reason } as const;

type Report = Parameters<typeof reportLifeEvent.run>[1];
type Told = Partial<Report> & Pick<Report, 'kind'>;
const aReport = (registration: string, more: Told): Report => ({
  ...{ event: newId(), registration, happenedOn: today, proof: 'ACT-12/2026', ...more },
});
const newborn = { names: { fr: { family: 'Nouveau', given: 'Ilyas' } }, sex: 'M' as const, birthDate: today };
const spouse = { names: { fr: { family: 'Bennani', given: 'Salma' } }, sex: 'F' as const, birthDate: '1995-04-02' };

async function aRegistered() {
  const family = aFamily();
  const [file = ''] = await register(house, family);
  const { number } = await registrationOf(house, file);
  return { file, number, family, members: (await familyOf(number)).members };
}

async function familyOf(registration: string) {
  const outcome = await house.ask(officer, familyOverTime, { registration });
  if (!outcome.ok || !outcome.output.family) throw new Error('no such family');
  return outcome.output.family;
}

async function reported(report: Report, by = counter): Promise<string> {
  expect(await house.do(by, reportLifeEvent, report)).toMatchObject({ ok: true });
  return report.event;
}
const refuses = (as: string, report: Report) => expectRefused(house, reportLifeEvent, { by: counter, input: report, as });

test('nobody comes into a family by days that cannot be true', async () => {
  const { number } = await aRegistered();
  await refuses('spouse-age', aReport(number, { kind: 'marriage', newcomer: { ...spouse, birthDate: '2999-01-01' } }));
  await refuses('birth-too-long-ago', aReport(number, { kind: 'birth', happenedOn: '1900-01-01', newcomer: newborn }));
  await refuses(
    'head-age',
    aReport(number, { kind: 'marriage', happenedOn: '1960-01-01', newcomer: { ...spouse, birthDate: '1940-01-01' } }),
  );
});

test('the head is not its own spouse, and a child that came is not born again, however the report waited', async () => {
  const { number, family } = await aRegistered();
  const card = family.members[0]?.cnie ?? '';
  await refuses('newcomer-in-family', aReport(number, { kind: 'marriage', newcomer: { ...spouse, cnie: card.toLowerCase() } }));
  const [first, second] = [
    await reported(aReport(number, { kind: 'birth', newcomer: newborn })),
    await reported(aReport(number, { kind: 'birth', newcomer: newborn })),
  ];
  expect(await house.do(officer, decideLifeEvent, { event: first, ...accepted })).toMatchObject({ ok: true });
  await expectRefused(house, decideLifeEvent, { by: officer, input: { event: second, ...accepted }, as: 'newcomer-in-family' });
  expect(await house.do(officer, undoLifeEvent, { event: first, reason })).toMatchObject({ ok: true });
  expect(await house.do(officer, decideLifeEvent, { event: second, ...accepted })).toMatchObject({ ok: true });
});

test('a move to where the family lives already, or from before its request, is no change', async () => {
  const { number } = await aRegistered();
  const { territory } = await familyOf(number);
  await refuses('event-without-effect', aReport(number, { kind: 'move', commune: territory }));
  await refuses('move-declared', aReport(number, { kind: 'move', commune: '05.091.01.01', happenedOn: '1999-01-01' }));
  const [first, second] = [
    await reported(aReport(number, { kind: 'move', commune: '05.081.01.03' })),
    await reported(aReport(number, { kind: 'move', commune: '05.081.01.03' })),
  ];
  expect(await house.do(officer, decideLifeEvent, { event: first, ...accepted })).toMatchObject({ ok: true });
  await expectRefused(house, decideLifeEvent, { by: officer, input: { event: second, ...accepted }, as: 'event-without-effect' });
});

test('whoever reported a change does not decide it, whatever the post', async () => {
  const { number } = await aRegistered();
  const event = await reported(aReport(number, { kind: 'birth', newcomer: newborn }), officer);
  for (const decision of ['accepted', 'refused'] as const)
    await expectRefused(house, decideLifeEvent, { by: officer, input: { event, decision, reason }, as: 'same-hand' });
  const another = aPost('registration-officer', '');
  expect(await house.do(another, decideLifeEvent, { event, ...accepted })).toMatchObject({ ok: true });
});

test('what changed nothing when it was accepted can be undone', async () => {
  const { number } = await aRegistered();
  const event = await reported(aReport(number, { kind: 'birth', newcomer: newborn }));
  // As it was accepted before such births were refused.
  await house.owner.pool.query(
    `update entitlements.life_event set state = 'accepted', settled_at = now(), settled_by = 'agent:x', reason = 'x' where id = $1`,
    [event],
  );
  expect(await house.do(officer, undoLifeEvent, { event, reason })).toMatchObject({ ok: true, output: { state: 'undone' } });
});
