import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { Owner, PaperKind } from '../model/keeper.ts';
import { keepPromise, listPages } from '../store/pages.ts';

/** Notes which papers a family will bring to the counter instead of sending them. One of which pages are kept already is not promised. */
export const promisePapers = defineAction({
  name: 'documents.promise-papers',
  summary: 'Note that papers will be brought to the counter',
  permission: 'citizen:keep-papers',
  input: z.object({ owner: Owner, territory: z.string().min(1), kinds: z.array(PaperKind).min(1).max(40) }),
  output: z.object({ promised: z.array(z.string()) }),
  refusals: [],
  internal: true,
  async run({ tx, now, journal }, { owner, territory, kinds }) {
    const sent = new Set((await listPages(tx, owner)).filter(({ scan }) => scan !== 'infected').map(({ kind }) => kind));
    const promised = [...new Set(kinds)].filter((kind) => !sent.has(kind));
    for (const kind of promised) await keepPromise(tx, { owner, kind, territory, promised_at: now.toString() });
    journal({ subject: owner, territory, after: digestOf({ owner, promised }) });
    return { promised };
  },
});
