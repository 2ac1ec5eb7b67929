import { anyOf, sql, type Tx } from '#platform/database';
import { knownAs } from './answerable.ts';
import { type BeneficiaryRow, tables } from './tables.ts';

/** A person stated twice in one family is one beneficiary of it. */
export async function insertBeneficiaries(tx: Tx, rows: readonly BeneficiaryRow[]): Promise<void> {
  if (rows.length === 0) return;
  await sql`
    insert into entitlements.beneficiary select * from jsonb_populate_recordset(null::entitlements.beneficiary, ${JSON.stringify(rows)}::jsonb)
    on conflict do nothing`.execute(tx);
}

type On = { readonly day: string; readonly knownAt: string | undefined };
export type MemberRow = Pick<BeneficiaryRow, 'registration_number' | 'person_id' | 'ref' | 'entitled_by'>;

/** Who has a part in the rights of these families on a day, as it was known. */
export async function listMembersOn(tx: Tx, numbers: readonly string[], { day, knownAt }: On): Promise<MemberRow[]> {
  const { rows } = await sql<MemberRow>`
    select distinct on (b.registration_number, b.person_id) b.registration_number, b.person_id, b.ref, b.entitled_by
    from entitlements.beneficiary b
    where b.registration_number = any(${numbers}::text[]) and ${knownAs('b', knownAt)}
      and b.from_day <= ${day}::date and (b.to_day is null or b.to_day >= ${day}::date)
    order by b.registration_number, b.person_id, b.known_from desc`.execute(tx);
  return rows;
}

/** Every period of the members of a family, superseded ones too, the earliest first. */
export function listPeriodsOf(tx: Tx, number: string): Promise<BeneficiaryRow[]> {
  return tables(tx)
    .selectFrom('beneficiary')
    .selectAll()
    .where('registration_number', '=', number)
    .orderBy('from_day')
    .orderBy('known_from')
    .execute();
}

/** The members of families as they are known now, locked for a change. */
export function listPresentMembersForUpdate(tx: Tx, numbers: readonly string[]): Promise<BeneficiaryRow[]> {
  return tables(tx)
    .selectFrom('beneficiary')
    .selectAll()
    .where('registration_number', '=', anyOf(numbers))
    .where('known_to', 'is', null)
    .orderBy('id')
    .forUpdate()
    .execute();
}

export async function supersedeMembers(tx: Tx, ids: readonly string[], now: string): Promise<void> {
  await tables(tx).updateTable('beneficiary').set({ known_to: now }).where('id', '=', anyOf(ids)).execute();
}

export type RunningPart = {
  readonly registration: string;
  readonly request: string;
  readonly territory: string;
  readonly person: string;
  readonly entitledBy: BeneficiaryRow['entitled_by'];
  readonly since: string;
};

/** The parts that these persons have on a day or later in families whose rights run or wait, one of each family. */
export async function listRunningParts(tx: Tx, persons: readonly string[], day: string): Promise<RunningPart[]> {
  if (persons.length === 0) return [];
  const { rows } = await sql<RunningPart>`
    select b.registration_number as registration, r.request_id as request, r.territory, b.person_id as person,
      (array_agg(b.entitled_by order by b.from_day desc))[1] as "entitledBy", min(b.from_day)::text as since
    from entitlements.beneficiary b join entitlements.registration r on r.number = b.registration_number
    where b.person_id = any(${[...persons]}::uuid[]) and b.known_to is null and (b.to_day is null or b.to_day >= ${day}::date)
      and exists (select from entitlements.right_period p where p.registration_number = r.number and p.known_to is null
        and p.state in ('open', 'pending_payment', 'suspended') and p.to_day >= ${day}::date)
    group by b.registration_number, r.request_id, r.territory, b.person_id
    order by b.registration_number`.execute(tx);
  return rows;
}

type Ageing = { readonly step: 'foreseen' | 'ended'; readonly today: string; readonly until: string; readonly limit: number };

/** Members whose rights end until a day and whose families are not told yet, or ended before today and nobody noted; so many at once. */
export async function noteEndings(tx: Tx, { step, today, until, limit }: Ageing): Promise<BeneficiaryRow[]> {
  const due =
    step === 'foreseen'
      ? sql`to_day between ${today}::date and ${until}::date and noted is null and ends_by in ('child-age', 'student-age')`
      : sql`to_day < ${today}::date`;
  const { rows } = await sql<BeneficiaryRow>`
    update entitlements.beneficiary set noted = ${step} where id in (
      select id from entitlements.beneficiary
      where known_to is null and to_day is not null and noted is distinct from 'ended' and ${due}
      order by to_day, id limit ${limit}::int for update skip locked)
    returning *`.execute(tx);
  return rows;
}

/** What these families' rights are to each who ever had a part in them: the days of its present periods, none where all are superseded. */
export async function listDaysOfMembers(tx: Tx, numbers: readonly string[]): Promise<MemberParts[]> {
  const { rows } = await sql<MemberParts>`
    select registration_number, person_id as person, coalesce(json_agg(json_build_object('from', from_day, 'to', to_day) order by from_day)
      filter (where known_to is null and (to_day is null or from_day <= to_day)), '[]') as days
    from entitlements.beneficiary where registration_number = any(${[...numbers]}::text[]) group by registration_number, person_id`.execute(
    tx,
  );
  return rows;
}

export type MemberParts = {
  readonly registration_number: string;
  readonly person: string;
  readonly days: readonly { readonly from: string; readonly to: string | null }[];
};

/** A superseded period; one written by an event that was undone since was never more than a passage. */
export type FormerRow = BeneficiaryRow & { readonly undone: boolean };

/** Periods of a member that were superseded at an instant. */
export async function listSupersededAt(
  tx: Tx,
  { number, person }: { readonly number: string; readonly person: string },
  at: string,
): Promise<FormerRow[]> {
  const { rows } = await sql<FormerRow>`
    select b.*, coalesce(e.state = 'undone', false) as undone
    from entitlements.beneficiary b left join entitlements.life_event e on e.id = b.event_id
    where b.registration_number = ${number} and b.person_id = ${person}::uuid and b.known_to = ${at}::timestamptz order by b.from_day`.execute(
    tx,
  );
  return rows;
}

/** The instants at which settlements of covers changed the members of a family. */
export async function listCoverInstants(tx: Tx, number: string): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ at: string }>`
    select distinct known_from as at from entitlements.beneficiary where registration_number = ${number} and case_id is not null`.execute(
    tx,
  );
  return new Set(rows.map(({ at }) => at));
}

/** Periods that a life event superseded when it was accepted: what stands again when it is undone. */
export async function listSupersededBy(tx: Tx, event: string): Promise<BeneficiaryRow[]> {
  const { rows } = await sql<BeneficiaryRow>`
    select b.* from entitlements.life_event e join entitlements.beneficiary b
      on b.registration_number = e.registration_number and b.person_id = e.person_id and b.known_to = e.settled_at
    where e.id = ${event}::uuid order by b.from_day`.execute(tx);
  return rows;
}
