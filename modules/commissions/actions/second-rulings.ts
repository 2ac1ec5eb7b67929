import { z } from 'zod';
import { type ProveInPerson, spendInPerson } from '#modules/staff';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf } from '#platform/canonical-json';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { type Room, voicesOn } from '../model/room.ts';
import { readRoom } from '../queries/read-room.ts';
import { listRulings, secondRulings as writeSeconded } from '../store/rulings.ts';
import type { MemberRow, RulingRow } from '../store/tables.ts';
import { findSittingToHold } from './find-sitting-to-hold.ts';

type SecondRefusal = 'same-person' | 'not-in-the-room' | 'not-against-score';

/**
 * A second person, known by the own login and code, stands behind decisions against the score that a commission may not take alone. Refuses whoever
 * records or recorded them, and whoever is not a member in the room with a voice on each of these files.
 */
export function secondRulings(prove: ProveInPerson) {
  return defineAction({
    name: 'commissions.second-rulings',
    summary: 'Stand as a second person behind decisions against the score',
    permission: 'commissions:record',
    input: z.object({
      sitting: z.uuid(),
      applications: z.array(z.uuid()).min(1).max(500),
      login: z.string().trim().min(1).max(100),
      code: z.string().min(1).max(200),
    }),
    output: z.object({ member: z.string(), seconded: z.int() }),
    refusals: [
      'sitting-not-found',
      'not-allowed',
      'sitting-not-open',
      'wrong-code',
      'same-person',
      'not-in-the-room',
      'not-against-score',
    ],
    identity: ({ sitting, applications, login }) => ({ sitting, applications, login }),
    fetch: (_asking, { login, code }) => prove({ login, code }),
    async run(context, { sitting: id, applications }, proven) {
      const held = await findSittingToHold(context, id);
      if (isRefusal(held)) return held;
      const { room, members } = await readRoom(context.tx, held.sitting);
      const rulings = (await listRulings(context.tx, id)).filter((row) => row.withdrawn_at === null);
      const own = members.filter((member) => member.agent_id === proven.agent);
      const found = toSecond({ rulings, room, own, now: context.now.toString() }, applications, [
        `agent:${proven.agent}`,
        context.actor.id,
      ]);
      if (isRefusal(found)) return found;
      const refused = await spendInPerson(context.tx, proven, context.now);
      if (refused) return { ...refused, place: 'code' };
      await write(context, found);
      return { member: found.member.id, seconded: found.rows.length };
    },
  });
}

type Seconding = {
  readonly rulings: readonly RulingRow[];
  readonly room: Room;
  /** The mandates of whoever gave the code. */
  readonly own: readonly MemberRow[];
  readonly now: string;
};
type Found = { readonly member: MemberRow; readonly rows: readonly RulingRow[] };

function toSecond(
  { rulings, room, own, now }: Seconding,
  applications: readonly string[],
  [second, actor]: readonly [string, string],
): Found | Refusal<SecondRefusal> {
  const standing = new Map(rulings.map((row) => [row.application_id, row]));
  const rows: RulingRow[] = [];
  let member: MemberRow | undefined;
  for (const [index, application] of applications.entries()) {
    const place = `applications[${index}]`;
    const row = standing.get(application);
    if (!row?.against_score || row.seconded_by !== null) return refuse('not-against-score', { place });
    if (second === actor || second === row.actor) return refuse('same-person', { place: 'login' });
    const voices = new Set(voicesOn(room, application, now).map((voice) => voice.id));
    member = own.find((mandate) => voices.has(mandate.id));
    if (!member) return refuse('not-in-the-room', { place });
    rows.push(row);
  }
  return member ? { member, rows } : refuse('not-in-the-room', { place: 'login' });
}

async function write(context: DeedContext, { member, rows }: Found): Promise<void> {
  const at = context.now.toString();
  await writeSeconded(
    context.tx,
    rows.map((row) => row.id),
    { member: member.id, at },
  );
  context.journal(
    ...rows.map(({ id, application_id, territory, outcome }) => ({
      subject: `application:${application_id}`,
      territory,
      before: digestOf({ ruling: id, outcome }),
      after: digestOf({ ruling: id, outcome, seconded: member.id }),
      reason: `agent:${member.agent_id}`,
    })),
  );
}
