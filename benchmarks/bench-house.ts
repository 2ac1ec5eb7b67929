import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { seatMandates } from '#modules/commissions';
import { seatCast } from '#modules/staff';
import { loadTerritoryIntoDatabase } from '#modules/territory';
import { systemClock } from '#platform/clock';
import { type Config, readConfig } from '#platform/config';
import { type Database, openDatabase } from '#platform/database';
import { type House, openHouse } from '../surfaces/house.ts';
import { prepareDatabase } from '../surfaces/preparation.ts';

export type BenchHouse = {
  readonly config: Config;
  readonly house: House;
  /** The owner's hand: fills tables and reads statistics. */
  readonly owner: Database;
  close(): Promise<void>;
};

/** A furnished house on a real embedded server in a folder of its own, which goes away with it. */
export async function openBenchHouse(): Promise<BenchHouse> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-bench-'));
  const config = readConfig({ RAMED_DATA: dataFolder, RAMED_LOG: 'error' });
  const prepared = await prepareDatabase(config);
  const owner = openDatabase(prepared.urls.owner, { connections: 2, name: 'bench-owner' });
  await loadTerritoryIntoDatabase(owner);
  await seatCast(owner, systemClock);
  await seatMandates(owner, systemClock);
  const house = openHouse(config, prepared.urls, { name: 'bench', connections: 12 });
  return {
    config,
    house,
    owner,
    async close() {
      await house.close();
      await owner.close();
      await prepared.server?.stop();
      rmSync(dataFolder, { recursive: true, force: true });
    },
  };
}
