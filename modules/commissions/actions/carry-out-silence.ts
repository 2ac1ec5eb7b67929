import { createHash } from 'node:crypto';
import { z } from 'zod';
import { lawAt } from '#law';
import { decideBySilence, listScoredBefore, type SilentFile, standsSince } from '#modules/applications';
import { type DeedContext, defineAction } from '#platform/actions';
import { canonicalJson } from '#platform/canonical-json';
import { casablancaMidnight, type PlainDate, toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { outcomeOfSilence, type SilenceEffects } from '../model/silence.ts';
import { readRoom } from '../queries/read-room.ts';
import { writeMinutes } from '../queries/write-minutes.ts';
import { decideAsRuled, insertRulings, listRulings } from '../store/rulings.ts';
import {
  ensureCommission,
  findSittingForUpdate,
  getCommission,
  insertAgenda,
  insertSitting,
  listAgenda,
  moveSittings,
} from '../store/sittings.ts';
import { listSealedBefore } from '../store/standing.ts';
import type { AgendaRow, RulingRow, SittingRow } from '../store/tables.ts';
import { nextSittingNumber } from './convene-sitting.ts';
import { validateSealed } from './validate-sittings.ts';

/** As many sealed sittings as one transaction validates. */
const MOST_AT_ONCE = 20;

/**
 * Carries out what the law makes of silence, where it makes something of it: requests without a decision after their delay are decided by the law
 * alone, in minutes of their own in which nobody was present, validated at once; sealed minutes that the province left are validated. Each family is
 * told as of any decision, with `silence` as the reason. One commune, or some sittings, at a time; nothing where the law of the day says `none`.
 */
export function carryOutSilence(effectsOn: (day: PlainDate) => SilenceEffects = effectsOfLaw) {
  return defineAction({
    name: 'commissions.carry-out-silence',
    summary: 'Carry out what the law makes of the silence of a commission or a province',
    permission: 'system:commissions',
    input: z.object({}),
    output: z.object({ decided: z.int(), validated: z.int() }),
    refusals: [],
    internal: true,
    async run(context) {
      const effects = effectsOn(context.today);
      const decided = effects.decision === 'none' ? 0 : await decideSilent(context, effects.decision);
      const validated = effects.decided === 'none' ? 0 : await validateSilent(context);
      return { decided, validated };
    },
  });
}

function effectsOfLaw(day: PlainDate): SilenceEffects {
  const { silence } = lawAt(toIsoDate(day));
  return { decision: silence.decision.value, decided: silence.decided.value };
}

/** The files of the first commune that has some, at most as many as a sitting takes. */
async function decideSilent(context: DeedContext, effect: 'accepted' | 'refused'): Promise<number> {
  const day = toIsoDate(standsSince('decision', 'late', context.today));
  const capacity = lawAt(toIsoDate(context.today)).commissions.capacity.value;
  const late = await listScoredBefore(context.tx, day, capacity);
  const files = late.filter(({ territory }) => territory === late[0]?.territory);
  const [first] = files;
  if (!first) return 0;
  const sitting = await enterSitting(context, first.territory);
  await insertAgenda(
    context.tx,
    files.map((file, place) => toItem(sitting, file, place)),
  );
  await insertRulings(
    context.tx,
    files.map((file, place) => toRuling(context, { sitting, file, place, effect })),
  );
  await sealSilent(context, sitting);
  return files.length;
}

async function enterSitting(context: DeedContext, territory: string): Promise<string> {
  const { tx, now, today } = context;
  const at = now.toString();
  const id = newId();
  const commission = await ensureCommission(tx, { kind: 'cpl', territory });
  const row = {
    ...{
      id,
      commission_id: commission,
      number: await nextSittingNumber(context),
      territory,
      held_on: toIsoDate(today),
      state: 'open' as const,
    },
    ...{ convened_at: at, opened_at: at, sealed_at: null, validated_at: null, minutes_digest: null, minutes: null },
    ...{ starts_at: null, place_fr: null, place_ar: null },
  };
  await insertSitting(tx, row);
  return id;
}

/** What is written is read back first, as whoever replays it reads it: the store writes an instant with three decimals, the clock with as many as it has. */
async function sealSilent(context: DeedContext, id: string): Promise<void> {
  const { tx, now } = context;
  const [sitting, rulings] = [await getSitting(context, id), await listRulings(tx, id)];
  const decided = await decideAsRuled(tx, id, now.toString());
  const moved = await decideBySilence(
    context,
    decided.map((row) => ({ id: row.application_id, outcome: row.outcome, reason: row.reason_code })),
  );
  if (moved.length !== rulings.length) throw new Error('a request that is decided by silence is not scored any more');
  const [commission, read] = [await getCommission(tx, sitting.commission_id), await readRoom(tx, sitting)];
  const agenda = await listAgenda(tx, [id]);
  const byFile = new Map(rulings.map((ruling) => [ruling.application_id, ruling]));
  const minutes = canonicalJson(await writeMinutes(context, { sitting, commission, read, agenda, rulings: byFile }));
  const digest = createHash('sha256').update(minutes).digest('hex');
  await moveSittings(tx, 'seal', [id], { sealed_at: now.toString(), minutes, minutes_digest: digest });
  context.journal({ subject: `sitting:${id}`, territory: sitting.territory, after: digest, reason: 'silence' });
  await validateSealed(context, [await getSitting(context, id)]);
}

async function getSitting({ tx }: DeedContext, id: string): Promise<SittingRow> {
  const sitting = await findSittingForUpdate(tx, id);
  if (!sitting) throw new Error(`sitting ${id} is not in the books`);
  return sitting;
}

async function validateSilent(context: DeedContext): Promise<number> {
  const before = casablancaMidnight(standsSince('decided', 'late', context.today)).toString();
  const sittings = await listSealedBefore(context.tx, before, MOST_AT_ONCE);
  if (sittings.length > 0) await validateSealed(context, sittings);
  return sittings.length;
}

function toItem(sitting: string, { id, territory, proposal }: SilentFile, place: number): AgendaRow {
  return {
    ...{ sitting_id: sitting, application_id: id, position: place + 1, proposal, territory, concordant: null, why: null },
    ...{ version: null, declaration_digest: null, formula: null, formula_digest: null, result_digest: null },
  };
}

type Silent = { sitting: string; file: SilentFile; place: number; effect: 'accepted' | 'refused' };

function toRuling({ now, actor }: DeedContext, { sitting, file, place, effect }: Silent): RulingRow {
  const at = now.toString();
  return {
    ...{ id: newId(), sitting_id: sitting, application_id: file.id, territory: file.territory, sequence: place + 1 },
    ...{ outcome: outcomeOfSilence(effect, file.proposal), reason_code: 'silence', remark: null, against_score: false },
    ...{
      batch: null,
      shown_at: null,
      opinions: [],
      combined_by: null,
      enquiry: null,
      ruled_at: at,
      recorded_at: at,
      actor: actor.id,
    },
    ...{ withdrawn_at: null, withdrawn_by: null, seconded_by: null, seconded_at: null },
  };
}
