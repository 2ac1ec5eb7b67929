import { expect, test } from 'vitest';
import { toCsv } from './lines-csv.ts';

const line = {
  ...{ at: '2026-11-28T09:00:00.000Z', subject: 'application:1', territory: '05.081', action: 'applications.open-checking' },
  ...{ reason: null, who: { actor: 'agent:1', login: 'h.oubella', role: 'counter-agent', postTerritory: '05.081' } },
};

test('a line of the journal is a row, and what looks like a formula is text', () => {
  const [head, first, second] = toCsv([line, { ...line, reason: '=cmd("x"), really' }]).split('\r\n');
  expect(head).toBe('at,what,actor,login,role,post_territory,acting_for,subject,territory,detail');
  expect(first).toBe(
    '2026-11-28T09:00:00.000Z,applications.open-checking,agent:1,h.oubella,counter-agent,05.081,,application:1,05.081,',
  );
  expect(second).toMatch(/,"'=cmd\(""x""\), really"$/);
});
