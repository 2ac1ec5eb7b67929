import { isRefusal } from '#platform/refusals';
import { combine } from '../../model/combination.ts';
import { decideRuling, isFinal, type Outcome, QUORUM_LACKING } from '../../model/decision.ts';
import { tookPart } from '../../model/first-deciders.ts';
import { agentOf } from '../../model/members.ts';
import { seatedAtDecisions } from '../../model/minutes-presence.ts';
import { awaitingSecond } from '../../model/overrides.ts';
import { type Proof, prove } from '../../model/proof.ts';
import type { LawOn } from '../../model/quorum-rule.ts';
import { knownAt, quorumOn, voicesOn } from '../../model/room.ts';
import { outcomeOfSilence } from '../../model/silence.ts';
import type { MemberRow, RecusalRow } from '../../store/tables.ts';
import type { LocalDecision } from './local-decision.ts';
import { fullMinutes, type ReplayedSitting } from './replayed-sitting.ts';

/** Enough institutions sat when the file was ruled on, or too few when it was adjourned for that: as the minutes tell it, and as mandates, presence and recusals make it again. */
export function proveQuorum({ sat, file, ruling }: LocalDecision): Proof {
  const minutes = fullMinutes(sat);
  const said = minutes && seatedAtDecisions(minutes).find((one) => one.file === file.number)?.seated;
  const { present, needed, reached } = quorumOn(sat.read.room, ruling.application_id, ruling.ruled_at);
  const kept = minutes && {
    present: said ?? null,
    needed: minutes.law.quorum.value,
    reached: ruling.reason_code !== QUORUM_LACKING,
  };
  return prove('quorum', kept, { present, needed, reached }, sat.note);
}

/** The opinions make the outcome by the published rule, each given by whoever had a voice on the file, by what was known when it was ruled. */
export function proveCombination({ sat, ruling }: LocalDecision): Proof {
  const voices = voicesOn(knownAt(sat.read.room, ruling.recorded_at), ruling.application_id, ruling.ruled_at);
  const opinions = ruling.opinions.map(({ institution, outcome }) => ({ institution, outcome }));
  const strangers = ruling.opinions.filter(
    ({ member, institution }) => !voices.some((voice) => voice.id === member && voice.institution === institution),
  );
  const { outcome, by } = combine(opinions, {
    ruled: ruling.outcome,
    ruling: voices.map((voice) => voice.institution),
    chair: sat.read.law.chair.value,
  });
  const kept = { outcome: ruling.outcome, by: ruling.combined_by ?? 'agreed', strangers: [] as string[] };
  return prove('combination', kept, { outcome, by, strangers: strangers.map(({ member }) => member) });
}

/** The reason carries the outcome, against the score where it is against it, and a second person stands behind it where the law wants one. */
export function proveOverride(of: LocalDecision): Proof {
  const { item, ruling, file } = of;
  const proposal = (file.score?.remade?.outcome ?? item.proposal) as typeof item.proposal;
  const ruled = decideRuling(proposal, ruling.outcome, ruling.reason_code);
  const kept = { rule: 'fits', againstScore: ruling.against_score, second: ruling.seconded_by === null ? 'none' : 'given' };
  const rule = isRefusal(ruled) ? ruled.refused : 'fits';
  const againstScore = isRefusal(ruled) ? null : ruled.againstScore;
  return prove('override', kept, { rule, againstScore, second: secondOf(of) });
}

/** Whether the second person is the one the law wants: another one than recorded it, with a voice on the file when standing behind it. */
function secondOf({ sat: { read, rulings }, ruling }: LocalDecision): 'none' | 'given' | 'missing' | 'unfit' {
  const { seconded_by, seconded_at, application_id, actor } = ruling;
  if (seconded_by === null || seconded_at === null) {
    const standing = rulings.filter((row) => row.withdrawn_at === null).map((row) => ({ ...row, seconded_by: null }));
    const waiting = awaitingSecond(standing, read.law.overridesBeforeSecond.value);
    return waiting.some(({ id }) => id === ruling.id) ? 'missing' : 'none';
  }
  const second = read.members.find(({ id }) => id === seconded_by);
  const hasVoice = voicesOn(knownAt(read.room, seconded_at), application_id, seconded_at).some(({ id }) => id === seconded_by);
  return second && hasVoice && second.agent_id !== null && second.agent_id !== agentOf(actor) ? 'given' : 'unfit';
}

/** Who did not rule on the file stands in the minutes, and nobody ruled on the own family, by the cards declared then. */
export function proveConflicts({ sat, file, ruling, ownCards }: LocalDecision): Proof {
  const cards = new Set(file.cards);
  const family = votersOf(sat, ruling.application_id, ruling.ruled_at).filter(({ cnie }) => cnie !== null && cards.has(cnie));
  const recorder = ownCards.some((card) => cards.has(card)) ? [ruling.actor] : [];
  return proveRecusals(sat, file, {
    application: ruling.application_id,
    ownFamily: [...family.map(({ id }) => id), ...recorder],
  });
}

/** The recusals of a file in the minutes and in the books, and whoever had a hand in it for whom it was of the own family. */
export function proveRecusals(
  sat: ReplayedSitting,
  { number }: { readonly number: string },
  { application, ownFamily }: { readonly application: string; readonly ownFamily: readonly string[] },
): Proof {
  const sorted = (rows: readonly Pick<RecusalRow, 'member_id' | 'ground'>[]) =>
    rows.map(({ member_id, ground }) => `${member_id} ${ground}`).sort();
  const said = fullMinutes(sat)?.recusals.filter((one) => one.file === number);
  const kept = said && {
    recused: sorted(said.map(({ member, ground }) => ({ member_id: member, ground }))),
    ownFamily: [] as string[],
  };
  const recused = sorted(sat.read.recusals.filter((one) => one.application_id === application));
  return prove('conflicts', kept, { recused, ownFamily }, sat.note);
}

/** The mandates of those with a voice on a file at a moment. */
export function votersOf({ read }: ReplayedSitting, application: string, moment: string): MemberRow[] {
  const voices = new Set(voicesOn(read.room, application, moment).map(({ id }) => id));
  return read.members.filter(({ id }) => voices.has(id));
}

/** One ruling stands, no earlier decision on the file was final and left standing, and nobody had two voices. */
export function proveOnce({ sat, standing, ruling, earlier }: LocalDecision): Proof {
  const voters = votersOf(sat, ruling.application_id, ruling.ruled_at);
  const doubled = voters.filter((voter, index) => tookPart(voter, { seats: voters.slice(0, index), actors: [] }));
  const decided = earlier.filter((one) => isFinal(one) && !one.isReturned).map((one) => one.sitting_id);
  const kept = { standing: standing.map(({ id }) => id), decided, doubled: doubled.map(({ id }) => id) };
  return prove('once', kept, { standing: [ruling.id], decided: [], doubled: [] });
}

/** What is decided in the books is what the minutes say. */
export function proveDecision({ sat, line, decision }: LocalDecision): Proof {
  const kept = line && {
    ...{ outcome: line.outcome, reason: line.reason, remark: line.remark, against_score: line.against_score },
  };
  const { outcome, reason_code: reason, remark, against_score } = decision;
  return prove('decision', kept ?? (sat.kept ? null : undefined), { outcome, reason, remark, against_score }, keptNote(sat));
}

function keptNote({ kept, note }: ReplayedSitting): Proof['note'] {
  return kept ? undefined : note;
}

/** The law of the day made that outcome of the silence. */
export function proveSilence({ sat, item, decision }: LocalDecision, lawOn: LawOn): Proof {
  const effect = lawOn(sat.sitting.held_on).silence.decision.value;
  const outcome: Outcome | 'none' = effect === 'none' ? 'none' : outcomeOfSilence(effect, item.proposal);
  return prove('silence', decision.outcome, outcome);
}
