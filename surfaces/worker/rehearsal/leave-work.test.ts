import { Readable } from 'node:stream';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { agendaProposal, appealsByState, conveneSitting, enquiries } from '#modules/commissions';
import { today } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import { receiveBatchFile } from '../../gateway/batch-files.ts';
import { findSampleFiles, SAMPLE_SENDER } from '../../samples.ts';
import { aFamily, aFileOf } from '../../testing/families.ts';
import { settleUntil } from '../../testing/road.ts';
import { openServedHouse, type ServedHouse } from '../../testing/served-house.ts';
import { leaveWork } from './leave-work.ts';

let house: ServedHouse;
beforeAll(async () => {
  house = await openServedHouse();
});
afterAll(() => house?.close());

test('a newcomer finds families that wait for a sitting and for a field agent, and a second start leaves no more', async () => {
  expect(await leaveWork(house.house, { pause: house.settle, patience: 3 })).toBeUndefined();
  const refused = Array.from({ length: 3 }, () => aFamily('not eligible'));
  const file = Readable.from([Buffer.from(aFileOf(refused, { sender: SAMPLE_SENDER }))]);
  await receiveBatchFile(house.house, file, { actor: systemActor('test'), rehearsal: true });
  await settleUntil(house, async () => (await findSampleFiles(house.house)).some(({ story }) => story === 'refused'));
  const leaving = { pause: house.settle, patience: 3 };
  const left = await leaveWork(house.house, leaving);
  const secretary = await house.as('naima.secretary');
  const called = { territory: '05.081.01.01', heldOn: today(house.house.clock).toString() };
  const { sitting } = expectDone(await house.do(secretary, conveneSitting, called), 'convene-sitting');
  const { ready } = expectDone(await house.ask(secretary, agendaProposal, { sitting }), 'agenda-proposal');
  const asked = expectDone(await house.ask(await house.as('mustapha.field'), enquiries, {}), 'enquiries');
  const heard = expectDone(await house.ask(await house.as('samira.appeals'), appealsByState, { state: 'admitted' }), 'appeals');
  expect(heard.appeals).toHaveLength(2);
  expect(left).toBeGreaterThan(30);
  expect(ready).toBe(left);
  expect(asked.enquiries).toHaveLength(2);
  expect(await leaveWork(house.house, leaving)).toBeUndefined();
});
