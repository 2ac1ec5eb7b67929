import type { z } from 'zod';
import { filesByState, filesCounted, type Holder, type State, states } from '#modules/applications';
import { appealsByState } from '#modules/commissions';
import { complaintsByState } from '#modules/complaints';
import type { findSignedIn, Role } from '#modules/staff';
import { today } from '#platform/clock';
import { casablancaDate, type PlainDate, Temporal } from '#platform/dates';
import { type Language, translator } from '#platform/i18n';
import type { House } from '../../house.ts';
import type { PostView } from '../pages/post.tsx';
import { toLine as toComplaintLine } from '../views/complaints.ts';
import { personName, placeName } from '../views/names.ts';

type Session = NonNullable<Awaited<ReturnType<typeof findSignedIn>>>;

/** As many as fit a page; the office has the whole queue. */
const MOST_FILES = 50;

/**
 * What waits in the jurisdiction of a post: how many files in each state, and the files themselves, first those this post must act on, the
 * longest waiting first. A post that reads no files has none. Row-level security keeps to the jurisdiction, whatever is asked here.
 */
export async function readPost(house: House, language: Language, { actor, session }: Session): Promise<PostView> {
  const counted = await house.desk.ask(filesCounted, {}, { actor });
  const counts = counted.ok ? countsOf(counted.output.counts) : [];
  const open = counts.map(({ state }) => state).filter((state) => states[state].holder !== 'nobody');
  const [own, others] = [open.filter(isOwn(session.role as Role)), open.filter((state) => !isOwn(session.role as Role)(state))];
  const files = (await Promise.all([...own, ...others].map((state) => listFiles(house, actor, state)))).flat();
  const appeals = await listAppeals(house, actor);
  const complaints = await listComplaints(house, actor);
  return {
    agentName: language === 'ar' ? session.name_ar : session.name_fr,
    role: session.role,
    territory: session.territory === '' ? translator(language)('portal.post.nation') : placeName(language, session.territory),
    opensFiles: actor.permissions.has('applications:read'),
    counts,
    files: files.slice(0, MOST_FILES).map((file) => toLine(language, file)),
    ...(complaints ? { complaints } : {}),
    ...(appeals ? { appeals } : {}),
  };
}

const holderOfRole: Readonly<Partial<Record<Role, readonly Holder[]>>> = {
  'counter-agent': ['counter', 'citizen'],
  'verification-officer': ['verification-officer'],
  'commission-secretary': ['commission-secretary', 'commission'],
  'commission-member': ['commission'],
  'field-agent': ['field-agent'],
  'provincial-officer': ['province'],
  'registration-officer': ['anam'],
};

function isOwn(role: Role): (state: State) => boolean {
  return (state) => (holderOfRole[role] ?? []).includes(states[state].holder);
}

type Counted = z.output<typeof filesCounted.output>['counts'];

/** The outcomes of one state taken together, in the order of the lifecycle. */
function countsOf(counted: Counted): { state: State; count: number; oldest: PlainDate }[] {
  const byState = Map.groupBy(counted, ({ state }) => state);
  return (Object.keys(states) as State[]).flatMap((state) => {
    const rows = byState.get(state) ?? [];
    const [oldest] = rows.map((row) => row.oldest).sort();
    return oldest === undefined
      ? []
      : [{ state, count: rows.reduce((sum, row) => sum + row.files, 0), oldest: dayOfText(oldest) }];
  });
}

type Listed = z.output<typeof filesByState.output>['files'][number];

async function listFiles({ desk }: House, actor: Session['actor'], state: State): Promise<Listed[]> {
  const outcome = await desk.ask(filesByState, { state, limit: MOST_FILES }, { actor });
  return outcome.ok ? outcome.output.files : [];
}

/** The appeals that nobody has examined here; undefined for a post that reads none. */
async function listAppeals({ desk }: House, actor: Session['actor']): Promise<PostView['appeals']> {
  const outcome = await desk.ask(appealsByState, { state: 'filed', limit: MOST_FILES }, { actor });
  if (!outcome.ok) return undefined;
  return outcome.output.appeals.map(({ number, request, filedAt, isLate }) => ({
    number,
    request,
    filedOn: dayOfText(filedAt),
    isLate,
  }));
}

/** The complaints that wait for an answer here; undefined for a post that reads none. */
async function listComplaints({ desk, clock }: House, actor: Session['actor']): Promise<PostView['complaints']> {
  const outcome = await desk.ask(complaintsByState, { state: 'received', limit: MOST_FILES }, { actor });
  if (!outcome.ok) return undefined;
  return outcome.output.complaints.map((found) => ({
    ...toComplaintLine(found, today(clock)),
    ...(found.application_number === null ? {} : { request: found.application_number }),
  }));
}

function toLine(language: Language, { number, state, since, head_names }: Listed): PostView['files'][number] {
  const { latin, arabic } = personName(head_names);
  return { number, applicant: language === 'ar' ? arabic : latin, state, since: dayOfText(since) };
}

function dayOfText(instant: string): PlainDate {
  return casablancaDate(Temporal.Instant.from(instant));
}
