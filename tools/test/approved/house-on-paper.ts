import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readConfig } from '#platform/config';
import { type House, openHouse } from '../../../surfaces/house.ts';

/** The house put together and never lived in: its lists of deeds and questions can be read without a database. */
export async function houseOnPaper<T>(read: (house: House) => T | Promise<T>): Promise<T> {
  const dataFolder = mkdtempSync(join(tmpdir(), 'ramed-paper-'));
  const nowhere = 'postgresql://nobody@127.0.0.1:1/none';
  const config = readConfig({ RAMED_DATA: dataFolder, RAMED_LOG: 'silent' });
  const house = openHouse(config, { app: nowhere, jobs: nowhere, owner: nowhere }, { name: 'paper', connections: 1 });
  try {
    return await read(house);
  } finally {
    await house.close();
    rmSync(dataFolder, { recursive: true, force: true });
  }
}
