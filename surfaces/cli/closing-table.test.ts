import { expect, test } from 'vitest';
import type { BatchReport } from './batch-report.ts';
import { closingTable } from './closing-table.ts';

const report: BatchReport = {
  ...{ read: 3, refused: 1, repeated: 0, fault: null, refusals: [{ rule: 'head-under-age', records: 1 }], checked: 2, scored: 2 },
  ...{ discordant: 0, decided: 2, outcomes: {}, registered: 2, held: 0, waitingForPartner: 0, silent: {} },
  ...{ waitingForContribution: 0, cards: 2, moving: 0, waiting: 0 },
};

test('a file that is cut tells from which line on nothing was read, in words', () => {
  const table = closingTable({ ...report, fault: { line: 412, rule: 'truncated', facts: {} } }, 1_000, []);
  expect(table).toContain('unreadable from line 412: Le fichier est coupé');
  expect(closingTable(report, 1_000, [])).not.toContain('unreadable');
});

test('the first refused records are told with line, reference, place and reason', () => {
  const refusals = [
    { refused: 'head-under-age', place: 'members.0', facts: { age: 15, minimum: 18 } },
    { refused: 'filed-in-future', place: 'filed_on', facts: { date: '2027-01-04' } },
  ];
  const told = closingTable(report, 1_000, [{ line: 7, reference: 'AZ-7', refusals }]);
  expect(told).toContain('line 7, AZ-7, members.0: Le chef du foyer a 15 ans');
  expect(told).toContain('4 janvier 2027');
});
