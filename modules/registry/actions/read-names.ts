import { z } from 'zod';
import { defineAction } from '#platform/actions';
import { nameKeysOf, soundRules } from '../model/name-keys.ts';
import { enterNearSounds, insertNameKeys, listStatedNames, saveReading, takeReading } from '../store/name-keys.ts';

/** As many as one transaction reads; the night's job goes on until none is left. */
const HOUSEHOLDS_AT_ONCE = 1_000;

/**
 * Reads names that were stated before the rules of sounds in force, and enters the sounds that are new to the country among those a slip
 * is looked for in. Names stated under these rules are read as they are stated.
 */
export const readNames = defineAction({
  name: 'registry.read-names',
  summary: 'Read again the names stated before the rules of sounds in force',
  permission: 'system:registry',
  input: z.object({}),
  output: z.object({ ended: z.boolean() }),
  refusals: [],
  internal: true,
  async run({ tx }) {
    const reading = await takeReading(tx, soundRules);
    const stated = reading.ended ? [] : await listStatedNames(tx, reading.read_to, HOUSEHOLDS_AT_ONCE);
    const last = stated.at(-1);
    if (last) {
      await insertNameKeys(tx, stated.flatMap(nameKeysOf));
      await saveReading(tx, soundRules, { read_to: last.household_id, ended: false });
      return { ended: false };
    }
    await saveReading(tx, soundRules, { ...reading, ended: true });
    await enterNearSounds(tx);
    return { ended: true };
  },
});
