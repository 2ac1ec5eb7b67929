import { type Database, sql } from '#platform/database';
import { loadTerritory } from '../data/load-territory.ts';
import type { PlaceName } from '../model/territory.ts';

/**
 * Puts the shipped territory into the database as its owner, in three statements; done again, it brings names and figures to those of the
 * shipped files. Rows are never removed: files keep the territory they were filed in.
 */
export async function loadTerritoryIntoDatabase(owner: Database): Promise<void> {
  const { regions, provinces, communes } = loadTerritory();
  await sql`
    insert into territory.region (code, name_fr, name_ar)
    select code, name_fr, name_ar from jsonb_to_recordset(${JSON.stringify(regions.map(toRow))}::jsonb) as r(code text, name_fr text, name_ar text)
    on conflict (code) do update set name_fr = excluded.name_fr, name_ar = excluded.name_ar`.execute(owner.kysely);
  await sql`
    insert into territory.province (code, name_fr, name_ar, kind, region_code)
    select code, name_fr, name_ar, kind, region from jsonb_to_recordset(${JSON.stringify(provinces.map(toRow))}::jsonb)
      as p(code text, name_fr text, name_ar text, kind text, region text)
    on conflict (code) do update set name_fr = excluded.name_fr, name_ar = excluded.name_ar`.execute(owner.kysely);
  await sql`
    insert into territory.commune (code, name_fr, name_ar, milieu, province_code, population_2024, households_2024)
    select code, name_fr, name_ar, milieu, province, "population2024", "households2024" from jsonb_to_recordset(${JSON.stringify(communes.map(toRow))}::jsonb)
      as c(code text, name_fr text, name_ar text, milieu text, province text, "population2024" int, "households2024" int)
    on conflict (code) do update set name_fr = excluded.name_fr, name_ar = excluded.name_ar, population_2024 = excluded.population_2024,
      households_2024 = excluded.households_2024`.execute(owner.kysely);
}

function toRow<Place extends { readonly name: PlaceName }>(place: Place) {
  return { ...place, name_fr: place.name.fr, name_ar: place.name.ar };
}
