import { z } from 'zod';
import { Declaration } from '#modules/eligibility';
import { DifferenceSeen, listDifferences } from '#modules/verifications';
import { defineQuery } from '#platform/actions';
import { listApplications, listQueue } from '../store/applications.ts';

const File = z.object({
  id: z.string(),
  number: z.string(),
  since: z.string(),
  territory: z.string(),
  filed_on: z.string(),
  names: Declaration.shape.members.element.shape.names,
  differences: z.array(DifferenceSeen),
});

/** The desk of the verification officer: the discordant files of the jurisdiction, the longest waiting first, each with its differences. */
export const differencesToSettle = defineQuery({
  name: 'applications.differences-to-settle',
  summary: 'The discordant files of the jurisdiction with their differences, the longest waiting first',
  permission: 'verifications:settle',
  input: z.object({
    /** This file alone, when somebody comes from it. */
    application: z.uuid().optional(),
    limit: z.int().min(1).max(100).default(25),
    after: z.object({ since: z.iso.datetime({ offset: true }), id: z.uuid() }).optional(),
  }),
  output: z.object({ files: z.array(File), more: z.boolean() }),
  async run({ tx }, { application, limit, after }) {
    const listed = application
      ? (await listApplications(tx, [application])).filter(({ state }) => state === 'discordant')
      : await listQueue(tx, 'discordant', { limit: limit + 1, after });
    const page = listed.slice(0, limit);
    const differences = await listDifferences(
      tx,
      page.map(({ id }) => id),
    );
    const of = Map.groupBy(differences, ({ request }) => request);
    const files = page.map(({ id, number, since, territory, filed_on, head_names }) => ({
      ...{ id, number, since, territory, filed_on, names: head_names },
      differences: of.get(id) ?? [],
    }));
    return { files, more: listed.length > limit };
  },
});
