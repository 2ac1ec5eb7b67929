import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { languageCodes } from '#platform/i18n';
import { countOpinions } from '../store/opinions.ts';

/** Words of readers shown with each page. */
const MOST_WORDS = 20;

/** What readers thought of each page of the guide between two days, the least helpful first: for those who write it. */
export const opinionsOfPages = defineQuery({
  name: 'complaints.opinions-of-pages',
  summary: 'What readers thought of each page of the guide, the least helpful first',
  permission: 'complaints:read',
  input: z.object({ from: z.iso.date(), to: z.iso.date() }),
  output: z.object({
    pages: z.array(
      z.object({
        page: z.string(),
        language: z.enum(languageCodes),
        helpful: z.int(),
        unhelpful: z.int(),
        words: z.array(z.string()),
      }),
    ),
  }),
  run: async ({ tx }, days) => ({ pages: await countOpinions(tx, { ...days, most: MOST_WORDS }) }),
});
