import { z } from 'zod';
import { listSourceStandings } from '#modules/exchange';
import { defineQuery } from '#platform/actions';
import { checkPartners } from '../model/checks.ts';

const Source = z.object({
  partner: z.enum(checkPartners),
  lastAnswerAt: z.string().nullable(),
  sourceDate: z.string().nullable(),
  silentSince: z.string().nullable(),
});

/** How fresh each register is: when it last answered, the day its data stood at, and since when it leaves questions without an answer. */
export const sourcesStanding = defineQuery({
  name: 'verifications.sources',
  summary: 'How fresh each register is, and since when it is silent',
  permission: 'verifications:read',
  input: z.object({}),
  output: z.object({ sources: z.array(Source) }),
  run: async ({ tx }) => ({ sources: (await listSourceStandings(tx, checkPartners)) as z.output<typeof Source>[] }),
});
