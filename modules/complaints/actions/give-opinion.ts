import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { languageCodes } from '#platform/i18n';
import { keepOpinion } from '../store/opinions.ts';

/** What was missing on a page is told in a few sentences. */
export const LONGEST_OPINION = 500;

/**
 * Keeps whether a page of the guide helped whoever read it; told again under the same identifier, the words are added to it. It holds
 * nobody's name, file or address. The portal does it, for anybody.
 */
export const giveOpinion = defineAction({
  name: 'complaints.give-opinion',
  summary: 'Say whether a page of the guide helped',
  permission: 'complaints:give-opinion',
  input: z.object({
    opinion: z.uuid(),
    page: z.string().regex(/^[a-z][a-z-]{0,39}$/),
    language: z.enum(languageCodes),
    isHelpful: z.boolean(),
    words: z.string().max(LONGEST_OPINION).default(''),
  }),
  output: z.object({ opinion: z.string() }),
  refusals: [],
  internal: true,
  async run({ tx, today, journal }, { opinion: id, page, language, isHelpful, words }) {
    const given = { id, page, language, given_on: today.toString(), is_helpful: isHelpful, words };
    await keepOpinion(tx, given);
    journal({ subject: `opinion:${id}`, territory: '', after: digestOf({ page, language, isHelpful, words: digestOf(words) }) });
    return { opinion: id };
  },
});
