import { z } from 'zod';

/** `01` … `12`, as the High Commission for Planning numbers the regions. */
export const RegionCode = z
  .string()
  .regex(/^\d{2}$/)
  .brand('RegionCode');
export type RegionCode = z.infer<typeof RegionCode>;

/** `01.511`, or `06.141.01.10` for a prefecture of arrondissements of Casablanca: the number of segments does not tell the level. */
export const ProvinceCode = z
  .string()
  .regex(/^\d{2}\.\d{3}(\.\d{2}\.\d{2})?$/)
  .brand('ProvinceCode');
export type ProvinceCode = z.infer<typeof ProvinceCode>;

/** `01.511.05`. Urban communes belong to no cercle. */
export const CercleCode = z
  .string()
  .regex(/^\d{2}\.\d{3}\.\d{2}$/)
  .brand('CercleCode');
export type CercleCode = z.infer<typeof CercleCode>;

/** `01.511.01.01`; six large cities end in a single digit (`01.511.01.0`), a textual prefix of their neighbours' codes. */
export const CommuneCode = z
  .string()
  .regex(/^\d{2}\.\d{3}\.\d{2}\.\d{1,2}$/)
  .brand('CommuneCode');
export type CommuneCode = z.infer<typeof CommuneCode>;
