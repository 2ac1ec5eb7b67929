import { rmSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { type SystemUnderTest, systemUnderTest } from './system-driver.ts';

const PATIENCE_MS = 180_000;
const opened: SystemUnderTest[] = [];

function open(): SystemUnderTest {
  const system = systemUnderTest();
  opened.push(system);
  return system;
}

afterEach(() => Promise.all(opened.splice(0).map((system) => system.close())), 60_000);

describe('npm start, as people use it', () => {
  test(
    'Ctrl-C in the middle of the sample leaves nothing running; the next start goes on, and no second one disturbs it',
    async () => {
      const system = open();
      const first = system.start();
      await first.says('read 400');
      const asked = performance.now();
      await system.interrupt(first);
      expect(performance.now() - asked).toBeLessThan(20_000);
      expect(await first.ended).toEqual({ code: 0, signal: null });

      const second = system.start();
      await second.says('Going on with the file that an interruption left');
      const onSameFolder = system.start({ PORT: String(system.port + 9) });
      const onSamePort = system.start({ RAMED_DATA: `${system.dataFolder}-other` });
      expect(await onSameFolder.ended).toEqual({ code: 1, signal: null });
      expect(onSameFolder.told()).toContain('RAMED already runs on this data folder');
      expect(await onSamePort.ended).toEqual({ code: 1, signal: null });
      expect(onSamePort.told()).toContain(`port ${system.port} is in use`);
      rmSync(`${system.dataFolder}-other`, { recursive: true });
      await second.says('Ctrl-C stops everything');
      expect(second.told()).toContain('cards issued');
      expect((await fetch(`http://127.0.0.1:${system.port}/health/ready`)).status).toBe(200);

      await system.interrupt(second);
      const third = system.start();
      await third.says('Ctrl-C stops everything');
      expect(third.told()).not.toContain('The main job');
    },
    PATIENCE_MS,
  );

  test(
    'two starts at the same moment, on a folder that a killed system left: one runs, the other says so',
    async () => {
      const system = open();
      const killed = system.start();
      await killed.says('database');
      system.kill('supervisor');
      await killed.ended;
      const pair = [system.start(), system.start()];
      const refused = await Promise.race(pair.map((running) => running.ended.then(() => running)));
      expect(refused.told()).toContain('RAMED already runs on this data folder');
      const other = pair.find((running) => running !== refused);
      await other?.says('ready in');
    },
    PATIENCE_MS,
  );
});
