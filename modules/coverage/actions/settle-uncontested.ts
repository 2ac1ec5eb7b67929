import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { takeUncontested } from '../store/cases.ts';
import { settle } from './settle.ts';

/** Settles the confirmed cases that nobody contested in time, or that the family accepts, as they were confirmed. */
export const settleUncontested = defineAction({
  name: 'coverage.settle-uncontested',
  summary: 'Settle the confirmed cases that nobody contested in time',
  permission: 'system:coverage',
  input: z.object({ most: z.int().min(1).max(500).default(200) }),
  output: z.object({ settled: z.int() }),
  refusals: [],
  internal: true,
  async run(context, { most }) {
    const today = context.today.toString();
    const rows = await takeUncontested(context.tx, today, most);
    for (const row of rows) {
      const reason = row.answer === 'accepts' ? 'family-accepts' : 'not-contested';
      await settle(context, row, { stands: 'other', from: row.standsFrom ?? today, reason });
    }
    return { settled: rows.length };
  },
});
