import { sql, type Tx } from '#platform/database';

export type TwoFamiliesRow = {
  readonly id: string;
  readonly one_registration: string;
  readonly one_person: string;
  readonly other_registration: string;
  readonly other_person: string;
  readonly found_by: 'merge' | 'card';
  readonly state: 'open' | 'settled' | 'lapsed';
  readonly opened_at: string;
  readonly settled_at: string | null;
  readonly settled_by: string | null;
  readonly kept: string | null;
  readonly event_id: string | null;
  readonly reason: string | null;
  readonly note: string | null;
  readonly territory: string;
};

export type StandingPart = { readonly registration: string; readonly person: string; readonly territory: string };

/** The parts that these persons have tomorrow as today, as it is known now, in families whose right is not closed. */
export async function listStandingParts(tx: Tx, persons: readonly string[], today: string): Promise<StandingPart[]> {
  if (persons.length === 0) return [];
  const { rows } = await sql<StandingPart>`
    select distinct b.registration_number as registration, b.person_id as person, r.territory
    from entitlements.beneficiary b join entitlements.registration r on r.number = b.registration_number
    where b.person_id = any(${[...persons]}::uuid[]) and b.known_to is null and b.from_day <= ${today}::date
      and (b.to_day is null or b.to_day > ${today}::date)
      and exists (select from entitlements.right_period p where p.registration_number = b.registration_number and p.known_to is null
        and p.state <> 'closed' and p.from_day <= ${today}::date and p.to_day >= ${today}::date)`.execute(tx);
  return rows;
}

type Families = { readonly applications: readonly string[]; readonly registrations: readonly string[] };

/** Whoever has or had a part in the rights of these families. */
export async function listPersonsOf(tx: Tx, { applications, registrations }: Families): Promise<string[]> {
  if (applications.length + registrations.length === 0) return [];
  const { rows } = await sql<{ person: string }>`
    select distinct b.person_id as person from entitlements.beneficiary b
    where b.registration_number in (
      select unnest(${[...registrations]}::text[])
      union select number from entitlements.registration where request_id = any(${[...applications]}::uuid[]))`.execute(tx);
  return rows.map(({ person }) => person);
}

/** What is open or settled of these persons, held until the deed ends. */
export async function takeCasesOf(tx: Tx, persons: readonly string[]): Promise<TwoFamiliesRow[]> {
  if (persons.length === 0) return [];
  const { rows } = await sql<TwoFamiliesRow>`
    select * from entitlements.two_families where state in ('open', 'settled')
      and (one_person = any(${[...persons]}::uuid[]) or other_person = any(${[...persons]}::uuid[]))
    order by id for update`.execute(tx);
  return rows;
}

export async function takeTwoFamilies(tx: Tx, id: string): Promise<TwoFamiliesRow | undefined> {
  const { rows } = await sql<TwoFamiliesRow>`select * from entitlements.two_families where id = ${id} for update`.execute(tx);
  return rows[0];
}

type Opening = Pick<
  TwoFamiliesRow,
  'id' | 'one_registration' | 'one_person' | 'other_registration' | 'other_person' | 'found_by' | 'opened_at' | 'territory'
>;

/** Opens cases; of one that is open already nothing changes. Gives those that are new. */
export async function openTwoFamilies(tx: Tx, rows: readonly Opening[]): Promise<readonly Opening[]> {
  if (rows.length === 0) return [];
  const { rows: opened } = await sql<{ id: string }>`
    insert into entitlements.two_families (id, one_registration, one_person, other_registration, other_person, found_by, opened_at, territory)
    select id, one_registration, one_person, other_registration, other_person, found_by, opened_at, territory
    from jsonb_populate_recordset(null::entitlements.two_families, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing returning id`.execute(tx);
  const ids = new Set(opened.map(({ id }) => id));
  return rows.filter(({ id }) => ids.has(id));
}

type Settled = Pick<TwoFamiliesRow, 'state' | 'settled_at' | 'settled_by' | 'kept' | 'event_id' | 'reason' | 'note'>;

export async function saveTwoFamilies(tx: Tx, id: string, settled: Settled): Promise<void> {
  const { state, settled_at, settled_by, kept, event_id, reason, note } = settled;
  await sql`
    update entitlements.two_families set state = ${state}, settled_at = ${settled_at}::timestamptz, settled_by = ${settled_by},
      kept = ${kept}, event_id = ${event_id}::uuid, reason = ${reason}, note = ${note}
    where id = ${id}`.execute(tx);
}

export type TwoFamiliesCounts = { open: number; settled: number; lapsed: number };

export async function countTwoFamilies(tx: Tx): Promise<TwoFamiliesCounts> {
  const { rows } = await sql<TwoFamiliesCounts>`
    select count(*) filter (where state = 'open')::int as open, count(*) filter (where state = 'settled')::int as settled,
      count(*) filter (where state = 'lapsed')::int as lapsed from entitlements.two_families`.execute(tx);
  return rows[0] ?? { open: 0, settled: 0, lapsed: 0 };
}

type Asked = {
  readonly state: 'open' | 'ended';
  readonly after: { readonly at: string; readonly id: string } | undefined;
  readonly most: number;
};

/** The longest waiting first; those that ended, in the order in which they were opened, too. */
export async function listTwoFamilies(tx: Tx, { state, after, most }: Asked): Promise<TwoFamiliesRow[]> {
  const { rows } = await sql<TwoFamiliesRow>`
    select * from entitlements.two_families where (state = 'open') = ${state === 'open'}
      and (opened_at, id) > (${after?.at ?? '-infinity'}::timestamptz, ${after?.id ?? '00000000-0000-0000-0000-000000000000'}::uuid)
    order by opened_at, id limit ${most}::int`.execute(tx);
  return rows;
}
