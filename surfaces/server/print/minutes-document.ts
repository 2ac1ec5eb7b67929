import type { MinutesDocument, MinutesOutcome } from '#design/documents/index.ts';
import { asProposed, everSeated, type Minutes, minutesCode, type Proposal, seatedAtDecisions } from '#modules/commissions';
import { casablancaDateTime, Temporal, toDate } from '#platform/dates';
import { translator } from '#platform/i18n';
import { commissionName } from './commission-name.ts';

type PrintedLanguage = MinutesDocument['language'];
export type Sealed = { readonly minutes: Minutes; readonly digest: string };

/**
 * Sealed minutes as they are printed. Everything comes from the minutes themselves: nothing that changed since, of a family, a member or the
 * law, changes their paper.
 */
export function toMinutesDocument(language: PrintedLanguage, { minutes, digest }: Sealed): MinutesDocument {
  const words = wordsIn(language);
  return {
    language,
    sittingNumber: minutes.number,
    commission: commissionName(minutes),
    place: { latin: minutes.place?.fr ?? '', arabic: minutes.place?.ar ?? '' },
    heldOn: toDate(minutes.held_on),
    openedAt: clockTime(minutes.opened_at),
    closedAt: clockTime(minutes.sealed_at),
    quorum: toQuorum(minutes),
    members: minutes.members.map(({ name, institution, seat, presence }) => ({
      name: inBothScripts(name),
      institution: words.institution(institution),
      seat,
      presence: toStays(presence),
    })),
    decisions: minutes.decisions.map(({ position, file, head, outcome, reason, batch, appeal }) => ({
      ...{ position, outcome, requestNumber: file, head: inBothScripts(head) },
      reason: appeal ? words.findings(appeal.reasons.map((one) => one.reason)) : words.reason(reason),
      ...(batch === null ? {} : { batch }),
    })),
    ...toRemarks(minutes, words),
    digest,
    code: minutesCode(digest),
  };
}

type Words = ReturnType<typeof wordsIn>;

function wordsIn(language: PrintedLanguage) {
  const say = translator(language);
  return {
    comma: language === 'ar' ? '، ' : ', ',
    outcome: (outcome: string) => say(`commissions.outcome.${outcome}`),
    criterion: (criterion: string) => say(`commissions.criterion.${criterion}`),
    findings: (findings: readonly string[]) =>
      [...new Set(findings)].map((finding) => say(`commissions.appeal-finding.${finding}`)).join(' · '),
    finding: (finding: string) => say(`commissions.appeal-finding.${finding}`),
    institution: (institution: string) => say(`commissions.institution.${institution}`),
    reason: (reason: string) => say(`commissions.reason.${reason}`),
    point: (point: string) => say(`commissions.point.${point}`),
  };
}

function inBothScripts({ fr, ar }: { readonly fr: string; readonly ar: string }) {
  return { latin: fr, arabic: ar };
}

/** "09:32" by the wall clock of the room; nothing where minutes do not know. */
function clockTime(instant: string): string {
  if (instant === '') return '';
  return casablancaDateTime(Temporal.Instant.from(instant)).toPlainTime().toString({ smallestUnit: 'minute' });
}

type Move = Minutes['members'][number]['presence'][number];

/** From each arrival to the departure after it. */
function toStays(moves: readonly Move[]): MinutesDocument['members'][number]['presence'] {
  const inOrder = moves.toSorted((one, other) => Date.parse(one.at || '1970') - Date.parse(other.at || '1970'));
  return inOrder.flatMap(({ moved, at }, index) => {
    if (moved === 'left') return [];
    const left = inOrder.slice(index + 1).find((move) => move.moved === 'left');
    return [{ from: clockTime(at), ...(left ? { until: clockTime(left.at) } : {}) }];
  });
}

function toQuorum(minutes: Minutes): MinutesDocument['quorum'] {
  const { institutions, quorum } = minutes.law;
  const counts = seatedAtDecisions(minutes).map(({ seated }) => seated);
  return {
    present: everSeated(minutes).length,
    institutions: institutions.value.length,
    needed: quorum.value,
    ...(counts.length === 0 ? {} : { least: Math.min(...counts) }),
    ...(quorum.from === '' ? {} : { since: toDate(quorum.from) }),
    isOfficial: quorum.status === 'official',
  };
}

type Remarks = Pick<MinutesDocument, 'againstScore' | 'differing' | 'written' | 'recused' | 'enquiries' | 'appeals'>;

function toRemarks(minutes: Minutes, words: Words): Remarks {
  const positions = new Map(minutes.decisions.map(({ file, position }) => [file, position]));
  const names = new Map(minutes.members.map(({ member, name }) => [member, inBothScripts(name)]));
  const nameOf = (member: string) => names.get(member) ?? { latin: '', arabic: '' };
  const at = (file: string) => positions.get(file) ?? 0;
  return {
    ...remarksOfDecisions(minutes, words, nameOf),
    appeals: minutes.decisions.flatMap((line) => (line.appeal ? [toAppeal(line, line.appeal, words)] : [])),
    written: minutes.written_opinions.map(({ file, institution, outcome, words: said, received_on }) => ({
      ...{ position: at(file), institution: words.institution(institution), outcome, words: said },
      receivedOn: toDate(received_on),
    })),
    recused: minutes.recusals.map(({ file, member, ground, words: said }) => ({
      ...{ position: at(file), member: nameOf(member), ground, words: said ?? '' },
    })),
  };
}

type Line = Minutes['decisions'][number];

/** The reason that the line carries is that of the first decision: it is told with it. */
function toAppeal(
  { position, remark, reason }: Line,
  { number, first, becomes, reasons }: NonNullable<Line['appeal']>,
  words: Words,
): MinutesDocument['appeals'][number] {
  return {
    ...{ position, appealNumber: number, words: remark ?? '' },
    first: [words.outcome(first), words.reason(reason)].join(words.comma),
    becomes: becomes === null ? '' : words.outcome(becomes),
    found: reasons.map(({ criterion, reason: finding, words: said }) => ({
      ...{ criterion: words.criterion(criterion), found: words.finding(finding), words: said ?? '' },
    })),
  };
}

function remarksOfDecisions(
  { decisions }: Minutes,
  words: Words,
  nameOf: (member: string) => MinutesDocument['commission'],
): Pick<Remarks, 'againstScore' | 'differing' | 'enquiries'> {
  return {
    againstScore: decisions
      .filter(({ against_score }) => against_score)
      .map(({ position, proposal, remark, seconded_by }) => ({
        ...{ position, proposal: asProposed(proposal as Proposal) as MinutesOutcome, remark: remark ?? '' },
        ...(seconded_by === null ? {} : { secondedBy: nameOf(seconded_by) }),
      })),
    differing: decisions
      .filter(({ opinions, combined_by }) => opinions.length > 0 && combined_by !== 'agreed')
      .map(({ position, opinions, combined_by }) => ({
        position,
        combinedBy: combined_by === 'chair' || combined_by === 'none' ? combined_by : 'majority',
        opinions: opinions.map(({ institution, outcome, words: said }) => ({
          ...{ institution: words.institution(institution), outcome, words: said ?? '' },
        })),
      })),
    enquiries: decisions.flatMap(({ position, enquiry }) =>
      enquiry === null
        ? []
        : [{ position, question: enquiry.question, points: enquiry.points.map(words.point), dueOn: toDate(enquiry.due_on) }],
    ),
  };
}
