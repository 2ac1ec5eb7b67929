import { systemClock, today } from '#platform/clock';
import type { Database } from '#platform/database';
import { addDays } from '#platform/dates';
import { withCheckDigit } from '#platform/numbers';
import { inBulk } from './in-bulk.ts';

/** A family that is asked about, with what must be told. */
export type AskedFamily = {
  readonly number: string;
  readonly card: string;
  readonly born: string;
  readonly state: 'open' | 'unpaid' | 'expired';
};

/** A head with a card, a spouse, two children. */
export const PERSONS_A_FAMILY = 4;

/** Families asked about, from all over the table: enough that no page of it is asked twice in a row. */
const ASKED = 20_000;
const SET = 50_000;

/**
 * Registered families with everything the question reads: persons, households, beneficiaries, requests with their last passage, rights and dues.
 * Of ten, eight have open rights, one has to pay, one's rights are over.
 */
export async function fillRights(owner: Database, families: number): Promise<readonly AskedFamily[]> {
  const days = [1_200, 100].map((ago) => addDays(today(systemClock), -ago).toString());
  const every = Math.max(1, Math.floor(families / ASKED));
  const asked: AskedFamily[] = [];
  await inBulk(owner, TABLES, async () => {
    for (let first = 0; first < families; first += SET) {
      const places = Array.from({ length: Math.min(SET, families - first) }, (_, at) => first + at);
      const numbers = places.map((place) => withCheckDigit(`261${String(place).padStart(8, '0')}`));
      await owner.pool.query(SQL, [places, numbers, ...days]);
      for (const [at, place] of places.entries())
        if (place % every === 0 && asked.length < ASKED) asked.push(toAsked(place, numbers[at] ?? ''));
    }
  });
  return asked;
}

const TABLES = [
  'registry.person',
  'registry.household',
  'registry.household_member',
  'applications.application',
  'applications.passage',
  'entitlements.registration',
  'entitlements.beneficiary',
  'entitlements.right_period',
  'contributions.due',
];

function toAsked(place: number, number: string): AskedFamily {
  const state = place % 10 === 8 ? 'unpaid' : place % 10 === 9 ? 'expired' : 'open';
  return { number, card: `ZB${place}`, born: '1980-05-17', state };
}

/** One set, in one statement: identifiers are made once, and all that points at a family points at its own. */
const SQL = `
  with family as materialized (
    select n, number, uuidv7() as request, uuidv7() as household, '05.081.01.01' as territory,
      case when n % 10 = 8 then 'vulnerable' else 'poor' end as category,
      case when n % 10 = 9 then $3::date else $4::date end as since
    from unnest($1::int[], $2::text[]) as given(n, number)
  ), member as materialized (
    select family.*, ref, uuidv7() as person, case when ref = 1 then 'ZB' || n end as cnie,
      case when ref <= 2 then date '1980-05-17' else date '2015-03-01' + ref end as born
    from family, generate_series(1, 4) as ref
  ), persons as (
    insert into registry.person (id, cnie, family_fr, given_fr, family_ar, given_ar, sex, birth_date, territory, known_since)
    select person, cnie, 'Bench' || n, 'Membre' || ref, 'قياس', 'فرد', case when ref = 2 then 'M' else 'F' end, born, territory, now() from member
  ), households as (
    insert into registry.household (id, request_id, territory, stated_on) select household, request, territory, since from family
  ), members as (
    insert into registry.household_member (household_id, ref, person_id, relation, beneficiary_by, cnie, family_fr, given_fr, family_ar,
      given_ar, sex, birth_date, territory)
    select household, ref, person, 'head', 'head', cnie, 'Bench' || n, 'Membre' || ref, 'قياس', 'فرد', case when ref = 2 then 'M' else 'F' end,
      born, territory from member
  ), requests as (
    insert into applications.application (id, number, kind, state, since, territory, sender, reference, filed_on, head_cnie,
      head_birth_date, head_names, declaration, declaration_digest)
    select request, '99' || number, 'new', 'registered', now(), territory, 'bench', n::text, since - 200, 'ZB' || n, date '1980-05-17', '{}',
      '{}', 'bench' from family
  ), passages as (
    insert into applications.passage (application_id, territory, from_state, to_state, deed_name, at, actor)
    select request, territory, 'validated', 'registered', 'register', now(), 'system:bench' from family
  ), registrations as (
    insert into entitlements.registration (number, request_id, household_id, category, registered_on, territory)
    select number, request, household, category, since, territory from family returning number
  ), beneficiaries as (
    insert into entitlements.beneficiary (id, registration_number, person_id, ref, entitled_by, from_day, begun_by, known_from, territory)
    select uuidv7(), number, person, ref, 'applicant', since, 'registered', now(), territory from member
  ), rights as (
    insert into entitlements.right_period (id, registration_number, state, from_day, to_day, reason, known_from, territory)
    select uuidv7(), number, case when category = 'vulnerable' then 'pending_payment' else 'open' end, since, since + 1095, 'registered', now(),
      territory from family
  )
  insert into contributions.due (notice, registration_number, year_of_right, persons, amount_centimes, state, assessed_on, territory)
  select 'N' || number, number, 1, 4, 48000, 'notified', since, territory from family where category = 'vulnerable'`;
