import { readFileSync } from 'node:fs';
import { readTerritory } from '../model/read-territory.ts';
import type { Territory } from '../model/territory.ts';

/** The files of this folder as rows. */
export function shippedTerritory(): Territory {
  return readTerritory({
    regions: text('regions'),
    provinces: text('provinces'),
    cercles: text('cercles'),
    communes: text('communes'),
  });
}

function text(name: keyof Territory): string {
  return readFileSync(new URL(`./${name}.csv`, import.meta.url), 'utf8');
}
