import { parse } from 'csv-parse/sync';
import { z } from 'zod';
import { CercleCode, CommuneCode, ProvinceCode, RegionCode } from './codes.ts';
import type { Cercle, Commune, Province, Region, Territory } from './territory.ts';

export type TerritoryTexts = Readonly<Record<keyof Territory, string>>;

/** Turns the four CSV texts of `data/` into rows. Throws when a text does not have the form that `data/README.md` describes. */
export function readTerritory(texts: TerritoryTexts): Territory {
  const cercles = rowsOf(CercleRow, texts.cercles).map(toCercle);
  const knownCercles = new Set<string>(cercles.map((cercle) => cercle.code));
  return {
    regions: rowsOf(RegionRow, texts.regions).map(toRegion),
    provinces: rowsOf(ProvinceRow, texts.provinces).map(toProvince),
    cercles,
    communes: rowsOf(CommuneRow, texts.communes).map((row) => toCommune(row, knownCercles)),
  };
}

const Count = z
  .string()
  .regex(/^\d+$/)
  .transform((digits) => Number(digits));
const Named = { name_fr: z.string().min(1), name_ar: z.string().min(1) };

const RegionRow = z.strictObject({ code: RegionCode, ...Named, population_2024: Count });
const ProvinceRow = z.strictObject({
  code: ProvinceCode,
  ...Named,
  kind: z.enum(['province', 'prefecture', 'prefecture_of_arrondissements']),
  region_code: RegionCode,
  population_2024: Count,
  households_2024: Count,
});
const CercleRow = z.strictObject({ code: CercleCode, ...Named, province_code: ProvinceCode });
const CommuneRow = z.strictObject({
  code: CommuneCode,
  ...Named,
  milieu: z.enum(['urban', 'rural']),
  province_code: ProvinceCode,
  population_2014: z.union([z.literal('').transform(() => undefined), Count]),
  population_2024: Count,
  households_2024: Count,
});

function rowsOf<Row extends z.ZodType>(row: Row, text: string): z.output<Row>[] {
  return z.array(row).parse(parse(text, { columns: true, skip_empty_lines: true }));
}

function toRegion(row: z.output<typeof RegionRow>): Region {
  return { code: row.code, name: nameOf(row), population2024: row.population_2024 };
}

function toProvince(row: z.output<typeof ProvinceRow>): Province {
  return {
    code: row.code,
    name: nameOf(row),
    kind: row.kind,
    region: row.region_code,
    population2024: row.population_2024,
    households2024: row.households_2024,
  };
}

function toCercle(row: z.output<typeof CercleRow>): Cercle {
  return { code: row.code, name: nameOf(row), province: row.province_code };
}

function toCommune(row: z.output<typeof CommuneRow>, knownCercles: ReadonlySet<string>): Commune {
  const cercle = row.code.slice(0, row.code.lastIndexOf('.'));
  return {
    code: row.code,
    name: nameOf(row),
    milieu: row.milieu,
    province: row.province_code,
    ...(knownCercles.has(cercle) ? { cercle: CercleCode.parse(cercle) } : {}),
    ...(row.population_2014 === undefined ? {} : { population2014: row.population_2014 }),
    population2024: row.population_2024,
    households2024: row.households_2024,
  };
}

function nameOf(row: { readonly name_fr: string; readonly name_ar: string }) {
  return { fr: row.name_fr, ar: row.name_ar };
}
