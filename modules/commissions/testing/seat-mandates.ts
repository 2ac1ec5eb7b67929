import { type CastMember, cast, findAgentsByLogin } from '#modules/staff';
import { communesOfProvince, ProvinceCode } from '#modules/territory';
import type { Clock } from '#platform/clock';
import { dayOf } from '#platform/clock';
import { type Database, sql, type Tx } from '#platform/database';
import { newId } from '#platform/ids';
import type { Seat } from '../model/members.ts';
import type { Institution } from '../model/quorum.ts';
import { insertMembers } from '../store/members.ts';
import { type CommissionName, ensureCommission } from '../store/sittings.ts';

type Mandate = { nameFr: string; nameAr: string; institution: Institution; seat: Seat; login?: string };

const AZILAL = ProvinceCode.parse('05.081');

/** Members of the provincial commission without an account: they sign on paper. */
const ofProvince: readonly Mandate[] = [
  { nameFr: 'Abdellatif Raissouni', nameAr: 'عبد اللطيف الريسوني', institution: 'interior', seat: 'chair' },
  { nameFr: 'Houda Mernissi', nameAr: 'هدى المرنيسي', institution: 'health', seat: 'titular' },
  { nameFr: 'Jamal Skalli', nameAr: 'جمال الصقلي', institution: 'finance', seat: 'titular' },
  { nameFr: 'Nadia Ouazzani', nameAr: 'نادية الوزاني', institution: 'entraide_nationale', seat: 'titular' },
  { nameFr: 'Lahcen Amghar', nameAr: 'لحسن أمغار', institution: 'local_authority', seat: 'titular' },
];

/** Seats the named cast on the commissions of its province; commissions that have members are left as they are. Returns how many were new. */
export async function seatMandates(database: Database, clock: Clock): Promise<number> {
  const from = dayOf(clock.now()).toString();
  return database.kysely.transaction().execute(async (tx) => {
    const { rows } = await sql<{ seated: boolean }>`
      select exists (select from commissions.member m join commissions.commission c on c.id = m.commission_id
        where c.kind = 'cpp' and c.territory = ${AZILAL}) as seated`.execute(tx);
    if (rows[0]?.seated) return 0;
    const local = membersOfCast(['commission-member', 'commission-secretary']);
    for (const commune of communesOfProvince(AZILAL)) await seat(tx, { kind: 'cpl', territory: commune.code }, local, from);
    await seat(tx, { kind: 'cpp', territory: AZILAL }, [...ofProvince, ...membersOfCast(['appeals-secretary'])], from);
    return communesOfProvince(AZILAL).length + 1;
  });
}

function membersOfCast(roles: readonly CastMember['role'][]): Mandate[] {
  return cast
    .filter((one) => roles.includes(one.role) && one.territory === AZILAL)
    .map((one) => ({ ...one, institution: one.institution as Institution, seat: seatOf(one) }));
}

function seatOf({ role, institution }: CastMember): Seat {
  if (role !== 'commission-member') return 'secretary';
  return institution === 'interior' ? 'chair' : 'titular';
}

async function seat(tx: Tx, name: CommissionName, mandates: readonly Mandate[], from: string): Promise<void> {
  const commission_id = await ensureCommission(tx, name);
  const logins = mandates.flatMap(({ login }) => (login === undefined ? [] : [login]));
  const agents = new Map((await findAgentsByLogin(tx, logins)).map((agent) => [agent.login, agent.id]));
  await insertMembers(
    tx,
    mandates.map((one) => ({
      id: newId(),
      commission_id,
      territory: name.territory,
      institution: one.institution,
      seat: one.seat,
      name_fr: one.nameFr,
      name_ar: one.nameAr,
      agent_id: agents.get(one.login ?? '') ?? null,
      cnie: null,
      held_from: from,
      held_to: null,
      actor: 'system:cast',
    })),
  );
}
