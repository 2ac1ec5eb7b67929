import { verifyJournal } from '#platform/audit';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database';
import { prepareDatabase } from '../../preparation.ts';
import type { Command } from '../command.ts';

/** Recomputes the chain of every book of the journal; tells the first line of each book that was changed, removed or slipped in. */
export const journalVerify: Command = {
  name: 'journal verify',
  summary: 'recompute the chain of every book of the journal and tell what was changed',
  usage: [],
  needs: 'database',
  async run(_args, { stdout }) {
    const prepared = await prepareDatabase(readConfig(process.env));
    const database = openDatabase(prepared.urls.owner, { connections: 1, name: 'ramed-journal-verify' });
    try {
      const report = await database.kysely.transaction().setIsolationLevel('repeatable read').execute(verifyJournal);
      for (const { book, seq, fault } of report.faults) stdout.write(`book ${book}, line ${seq}: ${fault}\n`);
      stdout.write(
        `${report.entries} lines in ${report.books} books; ${report.faults.length === 0 ? 'every line is as it was written' : `${report.faults.length} books are broken`}\n`,
      );
      return report.faults.length === 0 ? 0 : 1;
    } finally {
      await database.close();
      await prepared.server?.stop();
    }
  },
};
