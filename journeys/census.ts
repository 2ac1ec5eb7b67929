import { type Passage, passages } from '#modules/applications';
import { verifyJournal } from '#platform/audit';
import { type Database, sql, type Tx } from '#platform/database';

/** Every table whose rows one batch brings about in one way only: an undisturbed run and a disturbed one have as many of each. */
const counted = [
  'applications.application',
  'applications.refused_record',
  'applications.passage',
  'applications.assessment',
  'registry.person',
  'registry.household',
  'registry.household_member',
  'verifications.check',
  'coverage.period',
  'coverage.control',
  'coverage.cover_case',
  'commissions.agenda_item',
  'commissions.decision',
  'entitlements.registration',
  'entitlements.beneficiary',
  'entitlements.right_period',
  'contributions.due',
  'contributions.payment',
] as const;

/** What must never be there twice, and the columns that would show it. */
const once = {
  'a request of one reference': ['applications.application', 'sender, reference'],
  'an open request of one head': ['applications.application', 'head_cnie'],
  'a decision on one request': ['commissions.decision', 'application_id'],
  'an agenda for one request': ['commissions.agenda_item', 'application_id'],
  'a person of one card': ['registry.person', 'cnie'],
  'a household of one request': ['registry.household', 'request_id'],
  'a registration of one request': ['entitlements.registration', 'request_id'],
  'a right in force of one registration': ['entitlements.right_period', 'registration_number, from_day, known_to'],
  'a due of one year': ['contributions.due', 'registration_number, year_of_right'],
  'a payment of one notice': ['contributions.payment', 'notice'],
  'a card that is not lost of one registration': [
    'cards.card',
    "registration_number, case when state = 'lost_in_transit' then serial else '' end",
  ],
} as const;

export type Census = Readonly<Record<string, number>>;

/** Counts the rows of every table that the road fills. */
export async function takeCensus(owner: Database): Promise<Census> {
  const counts = counted.map((table) => sql`select ${table} as "table", count(*)::int as rows from ${sql.table(table)}`);
  // How far the cast has carried them, and what it lost on the way, is another story each time.
  counts.push(sql`select 'families with a card', count(distinct registration_number)::int from cards.card`);
  const { rows } = await sql<{ table: string; rows: number }>`${sql.join(counts, sql` union all `)}`.execute(owner.kysely);
  return Object.fromEntries(rows.map((row) => [row.table, row.rows]));
}

/** What is wrong with the books, in words; nothing, however roughly the system was treated. */
export async function findFaults(owner: Database): Promise<string[]> {
  return owner.kysely
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => [
      ...(await verifyJournal(tx)).faults.map(({ book, seq, fault }) => `journal, book ${book}, line ${seq}: ${fault}`),
      ...(await findDoubles(tx)),
      ...(await findWrongTimelines(tx)),
      ...(await findUnpaid(tx)),
    ]);
}

async function findDoubles(tx: Tx): Promise<string[]> {
  const faults: string[] = [];
  for (const [what, [table, columns]] of Object.entries(once)) {
    const key = sql.raw(columns);
    const { rows } = await sql<{ doubles: number }>`
      select count(*)::int as doubles from (
        select from ${sql.table(table)} where row(${key}) is not null or ${columns.includes('known_to')} group by ${key} having count(*) > 1
      ) doubled`.execute(tx);
    if (rows[0]?.doubles !== 0) faults.push(`${rows[0]?.doubles} times there is twice ${what}`);
  }
  return faults;
}

type Step = { id: string; state: string; from_state: string | null; to_state: string; deed_name: string };

/** The passages of each request, replayed in order over the table of its life, must lead to the state it is in. */
async function findWrongTimelines(tx: Tx): Promise<string[]> {
  const { rows } = await sql<Step>`
    select a.id, a.state, p.from_state, p.to_state, p.deed_name
    from applications.application a left join applications.passage p on p.application_id = a.id order by a.id, p.id`.execute(tx);
  return [...Map.groupBy(rows, (row) => row.id)].flatMap(([id, steps]) => {
    const replayed = replay(steps);
    return replayed === steps[0]?.state ? [] : [`request ${id} is ${steps[0]?.state}, its passages say ${replayed}`];
  });
}

function replay(steps: readonly Step[]): string {
  let state: string | null = null;
  for (const step of steps) {
    const passage = passages[step.deed_name as Passage];
    const allowed: readonly string[] = passage?.from ?? [];
    const isFirst = state === null && step.deed_name === 'submit';
    if (step.from_state !== state || passage?.to !== step.to_state || !(isFirst || allowed.includes(state ?? '')))
      return `${step.deed_name} from ${step.from_state}, after ${state}`;
    state = step.to_state;
  }
  return String(state);
}

/** A due is paid when and only when its payment is recorded, with its amount. */
async function findUnpaid(tx: Tx): Promise<string[]> {
  const { rows } = await sql<{ notice: string }>`
    select coalesce(d.notice, p.notice) as notice
    from contributions.due d full join contributions.payment p on p.notice = d.notice
    where d.notice is null or (d.state = 'paid') <> (p.id is not null) or (p.id is not null and p.amount_centimes <> d.amount_centimes)`.execute(
    tx,
  );
  return rows.map(({ notice }) => `notice ${notice} and its payment do not agree`);
}
