import { expect, test } from 'vitest';
import { actedFirst, tookPart } from './first-deciders.ts';

const seat = { agent_id: 'a1', cnie: 'IC1', name_fr: 'Leïla Chraïbi', name_ar: 'ليلى الشرايبي' };
const first = {
  seats: [seat, { ...seat, agent_id: null, cnie: null, name_fr: 'Omar Tazi', name_ar: 'عمر التازي' }],
  actors: ['agent:a9'],
};
const stranger = { agent_id: null, cnie: null, name_fr: 'Nadia Ouazzani', name_ar: 'نادية الوزاني' };

test.each([
  ['the same account', { ...stranger, agent_id: 'a1' }, true],
  ['the same national card', { ...stranger, cnie: 'IC1' }, true],
  ['the same names, where nothing tells them apart', { ...stranger, name_fr: 'Omar Tazi', name_ar: 'عمر التازي' }, true],
  ['the same names on another card', { ...seat, agent_id: null, cnie: 'IC2' }, false],
  ['the same names on another account', { ...seat, agent_id: 'a2', cnie: null }, false],
  ['the account that recorded or validated', { ...stranger, agent_id: 'a9' }, true],
  ['a stranger', stranger, false],
])('%s took part in the first decision: %s', (_who, person, took) => {
  expect(tookPart(person, first)).toBe(took);
});

test('an agent who sat, recorded or validated acted first', () => {
  expect(['agent:a1', 'agent:a9', 'agent:a2', 'system:worker'].map((actor) => actedFirst(actor, first))).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
