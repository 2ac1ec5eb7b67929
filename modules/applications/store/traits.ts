import { sql, type Tx } from '#platform/database';

/** What files are compared by, without who they are. */
export type Traits = {
  readonly id: string;
  readonly filed_on: string;
  readonly milieu: string;
  readonly sex: string;
  /** Empty where it was not declared. */
  readonly marital_status: string;
  /**
   * The branch of the formula and, condition by condition, how far the value is from its limit in whole tenths of the limit: files of one band
   * scored the same. Empty where there is no assessment.
   */
  readonly score_band: string;
};

/** Read from the declaration and the latest assessment of these files, in one statement. */
export async function listTraits(tx: Tx, ids: readonly string[]): Promise<Traits[]> {
  const { rows } = await sql<Traits>`
    select a.id, a.filed_on, a.declaration->>'milieu' as milieu, a.declaration->'members'->0->>'sex' as sex,
      coalesce(a.declaration->'members'->0->>'marital_status', '') as marital_status, coalesce(scored.band, '') as score_band
    from applications.application a left join lateral (
      select concat(made.result->'formula'->>'id', '/', made.result->'formula'->>'version', ' ', made.result->>'branch', ' ', (
        select string_agg(coalesce(least(20, greatest(-20, floor(10 * (c->>'value')::numeric / nullif((c->>'limit')::numeric, 0))))::text, '?'), ' ' order by place)
        from jsonb_array_elements(made.result->'conditions') with ordinality as condition(c, place))) as band
      from (select s.result::jsonb as result from applications.assessment s
        where s.application_id = a.id order by s.assessed_at desc limit 1) made
    ) scored on true
    where a.id = any(${[...ids]}::uuid[]) order by a.id`.execute(tx);
  return rows;
}
