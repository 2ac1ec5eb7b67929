import { spawnSync } from 'node:child_process';
import { existsSync, rmSync } from 'node:fs';
import { findRunningServer } from './embedded-server.ts';
import { chooseServerHome } from './server-home.ts';

/**
 * Removes the embedded server of a data folder with everything in its database, wherever its cluster lies. One that a killed parent
 * left running is stopped first. The data folder itself stays.
 */
export async function removeEmbeddedServer(dataFolder: string): Promise<void> {
  if (!existsSync(dataFolder)) return;
  const home = chooseServerHome(dataFolder);
  // Only one that answers to our password is told to go: the number in a dead one's file may be another process by now.
  if ((await findRunningServer(dataFolder)) !== undefined) {
    spawnSync(home.binary('pg_ctl'), ['-D', home.cluster, '-m', 'fast', '-w', '-t', '30', 'stop'], {
      ...home.identity,
      env: home.environment,
    });
  }
  rmSync(home.folder, { recursive: true, force: true });
}
