import { existsSync } from 'node:fs';
import { readConfig } from '#platform/config';
import { describeError, RamedError } from '#platform/errors';
import { removeData } from './remove-data.ts';

/** `npm run reset -- --yes`: stops what runs and removes its data, so that the next start is the first. */
const { dataFolder, databaseUrl } = readConfig(process.env);

process.exitCode = await main(process.argv.includes('--yes'));

async function main(isMeant: boolean): Promise<number> {
  if (!existsSync(dataFolder)) {
    process.stdout.write(`There is nothing to remove: ${dataFolder} does not exist.\n`);
    return 0;
  }
  if (!isMeant) {
    process.stdout.write(
      `This stops RAMED and removes ${dataFolder}: the database, the files received and the key that signs cards. They do not come back.\nIf you mean it: npm run reset -- --yes\n`,
    );
    return 2;
  }
  try {
    await removeData(dataFolder);
    process.stdout.write(`${dataFolder} is removed.\n`);
    if (databaseUrl !== undefined) process.stdout.write('The database of DATABASE_URL is yours and was left alone.\n');
    return 0;
  } catch (error) {
    const { code, message } = describeError(error);
    process.stderr.write(`Not removed (${code}): ${message}\n`);
    if (!(error instanceof RamedError)) throw error;
    return 1;
  }
}
