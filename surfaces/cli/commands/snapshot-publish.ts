import { publishSnapshot } from '#modules/cards';
import { readConfig } from '#platform/config';
import { systemActor } from '#platform/permissions';
import { openHouse } from '../../house.ts';
import { prepareDatabase } from '../../preparation.ts';
import type { Command } from '../command.ts';

/** Makes and lays out the next set of the snapshot of all rights at once, as the worker does every night. */
export const snapshotPublish: Command = {
  name: 'snapshot publish',
  summary: 'makes the next set of the snapshot that is asked without a network, as the worker does every night',
  usage: [],
  needs: 'database',
  async run(_args, { stdout }) {
    const config = readConfig(process.env);
    const prepared = await prepareDatabase(config);
    const { desk, clock, snapshots, signingKey, close } = openHouse(config, prepared.urls, { name: 'snapshot', connections: 2 });
    try {
      const publishing = { desk, clock, shelf: snapshots, key: signingKey, actor: systemActor('cards.publish-snapshot') };
      const { series, number, entries, bytes, day } = await publishSnapshot(publishing);
      stdout.write(`Series ${series}, set ${number} of ${day}: ${entries} numbers in ${bytes} bytes.\n`);
      return 0;
    } finally {
      await close();
      await prepared.server?.stop();
    }
  },
};
