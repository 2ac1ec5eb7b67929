import { toDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { Place } from '../place.ts';
import type { FileFacts, FollowView, JourneyStep, StepKey } from './follow.view.ts';

const applicant = { latin: 'Fatima Zahra Benali', arabic: 'فاطمة الزهراء بنعلي' };
const place = { place: 'أزيلال · Azilal' };
const afterChecks = ['decided', 'validated', 'registered', 'card-made', 'card-at-office', 'handed-over'] as const;

const number = '201504127733';
const scored: FileFacts = { number, kind: 'new', applicant, persons: 5, hasScore: true, concerns: { number, complaints: [] } };

/** The partner does not answer: late, and the page says so. Read by whoever came with a national card. */
export const lateSteps: FollowView = {
  state: 'checking',
  tone: 'attention',
  headline: { key: 'portal.headline.checking' },
  late: { days: 47, normDays: 30 },
  next: [{ key: 'portal.next.wait' }, { key: 'portal.next.emergency' }],
  steps: [
    { key: 'filed', state: 'done', on: toDate('2026-10-03'), holder: { key: 'portal.holder.counter', facts: place } },
    {
      key: 'checked',
      state: 'current',
      on: toDate('2026-10-06'),
      days: 47,
      normDays: 30,
      late: 'late',
      holder: { key: 'portal.holder.partner-waiting', facts: { partner: 'CNSS' } },
    },
    ...todo(afterChecks),
  ],
  history: [
    { on: toDate('2026-10-03'), state: 'filed', holder: { key: 'portal.holder.counter', facts: place } },
    { on: toDate('2026-10-06'), state: 'checking', holder: { key: 'portal.holder.partners' } },
  ],
};

/** The same by the number on the receipt; the family has complained already. */
export const lateRequest: FollowView = {
  ...lateSteps,
  file: {
    ...scored,
    hasScore: false,
    concerns: {
      number,
      likely: 'file-not-sent',
      complaints: [
        { number: '202680000017', subject: 'file-not-sent', state: 'received', answerBy: toDate('2027-01-18'), isLate: false },
      ],
    },
  },
};

const { late: _late, ...onTime } = lateSteps;

const offices: Readonly<Record<Language, string>> = {
  ar: 'ملحقة حي السلام، من الاثنين إلى الجمعة، 9:00–15:00',
  zgh: 'ⵜⴰⵍⵖⴰⵏⵜ ⵃⴰⵢ ⵙⵙⴰⵍⴰⵎ, 9:00–15:00',
  fr: 'annexe Hay Salam, du lundi au vendredi, 9 h–15 h',
  en: 'Hay Salam office, Monday to Friday, 9:00–15:00',
};

/** A vulnerable family that has paid: the card waits at the counter. */
export function readyCard({ reader }: Place): FollowView {
  const office = { office: offices[reader.language] };
  return {
    ...onTime,
    file: { ...scored, category: 'vulnerable' },
    state: 'registered',
    tone: 'todo',
    headline: { key: 'portal.headline.card-ready' },
    next: [
      { key: 'portal.next.collect', facts: office },
      { key: 'portal.next.health-centre', facts: place },
    ],
    steps: [
      { key: 'filed', state: 'done', on: toDate('2026-01-03'), holder: { key: 'portal.holder.counter', facts: place } },
      { key: 'checked', state: 'done', on: toDate('2026-01-09'), holder: { key: 'portal.holder.partners' } },
      { key: 'decided', state: 'done', on: toDate('2026-03-12'), holder: { key: 'portal.holder.commission', facts: place } },
      { key: 'validated', state: 'done', on: toDate('2026-03-14'), holder: { key: 'portal.holder.province', facts: place } },
      { key: 'registered', state: 'done', on: toDate('2026-03-15'), holder: { key: 'portal.holder.anam' } },
      { key: 'paid', state: 'done', on: toDate('2026-03-20'), holder: { key: 'portal.holder.bank' } },
      { key: 'card-made', state: 'done', on: toDate('2026-04-02'), days: 19, normDays: 30 },
      { key: 'card-at-office', state: 'done', on: toDate('2026-04-08'), holder: { key: 'portal.holder.counter', facts: place } },
      { key: 'handed-over', state: 'current', on: toDate('2026-04-08'), holder: { key: 'portal.holder.you' } },
    ],
  };
}

/** A family that applied on line: some papers were sent, the counter waits for the others. */
export const papersAwaited: FollowView = {
  ...onTime,
  file: { ...scored, hasScore: false, papers: { key: 'portal.upload.standing', facts: { sent: 2, left: 5 } } },
  state: 'filed',
  tone: 'todo',
  headline: { key: 'portal.headline.filed' },
  next: [{ key: 'portal.apply.done.bring', facts: { ...place, day: toDate('2026-01-18') } }],
  steps: [
    { key: 'filed', state: 'current', on: toDate('2026-01-03'), holder: { key: 'portal.holder.counter', facts: place } },
    ...todo(['checked', 'decided', 'validated', 'registered', 'card-made', 'card-at-office', 'handed-over']),
  ],
};

/** Another insurance seems to cover the family. */
export const heldRequest: FollowView = {
  ...onTime,
  file: { ...scored, hasScore: false },
  state: 'held',
  tone: 'attention',
  headline: { key: 'portal.headline.held' },
  next: [{ key: 'portal.next.cover', facts: place }],
  steps: [
    { key: 'filed', state: 'done', on: toDate('2026-01-03') },
    { key: 'checked', state: 'done', on: toDate('2026-01-09') },
    { key: 'decided', state: 'done', on: toDate('2026-03-12') },
    { key: 'validated', state: 'done', on: toDate('2026-03-14') },
    {
      key: 'registered',
      state: 'current',
      on: toDate('2026-03-15'),
      days: 13,
      normDays: 15,
      late: 'warning',
      holder: { key: 'portal.holder.anam' },
    },
    ...todo(['card-made', 'card-at-office', 'handed-over']),
  ],
};

/** The commission refused. */
export const refusedRequest: FollowView = {
  ...onTime,
  file: { ...scored, appeal: { kind: 'open', lastDay: toDate('2026-04-11') }, concerns: { number, complaints: [] } },
  state: 'closed',
  tone: 'refused',
  headline: { key: 'portal.headline.refused' },
  next: [{ key: 'portal.appeals.until.open', facts: { day: toDate('2026-04-11') } }],
  steps: [
    { key: 'filed', state: 'done', on: toDate('2026-01-03') },
    { key: 'checked', state: 'done', on: toDate('2026-01-09') },
    { key: 'decided', state: 'stopped', on: toDate('2026-03-12'), holder: { key: 'portal.holder.commission', facts: place } },
  ],
};

function todo(keys: readonly StepKey[]): JourneyStep[] {
  return keys.map((key) => ({ key, state: 'todo' }));
}

/** A family whose rights a hospital and a programme asked about, and an agent of the agency. */
export function rightsAskedByFew(place: Place): FollowView {
  const hospital = {
    body: { latin: 'CHU Ibn Sina, Rabat', arabic: 'المركز الاستشفائي الجامعي ابن سينا، الرباط' },
    purpose: { latin: 'Vérifier les droits à l’admission', arabic: 'التحقق من الحقوق عند القبول' },
  };
  const programme = {
    body: { latin: 'CNRA, Caisse nationale de retraites et d’assurances', arabic: 'الصندوق الوطني للتقاعد والتأمين' },
    purpose: { latin: 'Verser l’aide aux familles éligibles', arabic: 'صرف الدعم للأسر المؤهلة' },
  };
  return {
    ...readyCard(place),
    rightsAsked: {
      areAll: false,
      lines: [
        { ...hospital, on: toDate('2026-11-21'), state: 'open', fields: ['period', 'next', 'category', 'persons'] },
        { ...hospital, on: toDate('2026-11-21'), state: 'open', fields: ['period', 'next', 'category', 'persons'] },
        { ...programme, on: toDate('2026-10-02'), state: 'open', fields: [] },
        { body: { role: 'registration-officer' }, on: toDate('2026-03-18'), state: 'unpaid', fields: ['period', 'due'] },
      ],
    },
  };
}

export const rightsAskedByNobody: FollowView = { ...lateRequest, rightsAsked: { lines: [], areAll: true } };
export const rightsAskedUnreadable: FollowView = { ...lateRequest, rightsAsked: 'unreadable' };

/** The family asked for its rights again since; it came with the number of its first receipt. */
export function renewedSince(place: Place): FollowView {
  return {
    ...readyCard(place),
    newer: { number: '202690001411', askedOn: toDate('2026-11-03'), isUnderWay: false, begins: toDate('2027-01-21') },
  };
}

/** Its rights end in some weeks, and may be asked for again. */
export function renewNow(place: Place): FollowView {
  return { ...readyCard(place), right: { state: 'open', until: toDate('2027-01-20') }, renewableUntil: toDate('2027-01-20') };
}

/** Its renewal was refused; what it has goes on to its term. */
export const renewalRefused: FollowView = {
  ...refusedRequest,
  running: { registration: '261000000127', endsOn: toDate('2027-01-20'), isRefused: true },
};
