import { describe, expect, test } from 'vitest';
import { type State, states } from '#modules/applications';
import { cardStates } from '#modules/cards';
import { reasonCodes } from '#modules/commissions';
import { addDays } from '#platform/dates';
import { languageCodes, translator } from '#platform/i18n';
import { faultsOfHtml } from '../../../tools/design/html-rules.ts';
import { renderFollow } from '../pages/follow.tsx';
import { renderScore } from '../pages/score.tsx';
import { placeOf } from '../place.ts';
import { aCard, acceptedAsPoor, aDossier, filingDay, registeredAsPoor, waitingToPay } from './dossier.builders.ts';
import type { Dossier, StandingRight } from './dossier.ts';
import { toFollowView, toStepsView } from './follow-view.ts';
import { toPutOffLetter } from './put-off-letter.ts';
import { toScoreView } from './score-view.ts';

const today = addDays(filingDay, 12);
const stateNames = Object.keys(states) as State[];
const registered = (registration: Dossier['registration']) =>
  aDossier('registered', { decision: acceptedAsPoor, ...(registration ? { registration } : {}) });

const cards = (Object.keys(cardStates) as (keyof typeof cardStates)[]).map((state) => ({
  name: `card ${state}`,
  dossier: registeredAsPoor({ card: aCard(state) }),
}));
const stopped = (state: StandingRight['state'], reason: string): StandingRight => ({
  ...{ state, reason, since: addDays(filingDay, 9) },
});
const rights = (
  [
    ['suspended', 'abuse-suspected'],
    ['suspended', 'family-asked'],
    ['closed', 'double-cover'],
    ['closed', 'death'],
    ['expired', 'term'],
    ['emergency-only', 'receipt'],
    ['unknown', 'registered'],
  ] as const
).flatMap(([state, reason]) => [
  { name: `right ${state}, ${reason}`, dossier: registeredAsPoor({ right: stopped(state, reason) }) },
  {
    name: `right ${state}, ${reason}, its card at the office`,
    dossier: registeredAsPoor({ right: stopped(state, reason), card: aCard('at_office') }),
  },
]);
const reasons = reasonCodes.map((reasonCode) => ({
  name: `reason ${reasonCode}`,
  dossier: aDossier('validated', { decision: { outcome: 'vulnerable', reasonCode, on: filingDay, isAgainstScore: true } }),
}));
const everyStory = [
  ...stateNames.map((state) => ({ name: state, dossier: aDossier(state, { decision: acceptedAsPoor }) })),
  ...cards,
  ...rights,
  ...reasons,
  { name: 'waiting to pay', dossier: registered(waitingToPay) },
  { name: 'silent insurers', dossier: aDossier('validated', { silent: [{ partner: 'insurers', since: filingDay }] }) },
  { name: 'papers awaited', dossier: aDossier('filed', { papersSent: ['applicant-identity'] }) },
  { name: 'papers missing', dossier: aDossier('incomplete', { papersSent: [] }) },
  {
    name: 'adjourned',
    dossier: aDossier('scored', { putOff: { outcome: 'adjourned', reasonCode: 'member-absent', on: filingDay } }),
  },
  { name: 'refused', dossier: aDossier('closed', { closedFor: 'refused' }) },
  { name: 'a name in one script', dossier: aDossier('filed', { names: { ar: { family: 'آيت بوزيد', given: 'إطو' } } }) },
];

describe.each(languageCodes)('in %s', (language) => {
  test.each(everyStory)('$name: the family reads a whole page, and there is always something to do', ({ dossier }) => {
    const view = toFollowView(language, dossier, today);
    expect(view.next.length).toBeGreaterThan(0);
    expect(view.steps.filter(({ state }) => state === 'current' || state === 'stopped').length).toBeLessThanOrEqual(1);
    const page = renderFollow(placeOf(language, '/follow/202600000440'), view);
    expect(faultsOfHtml(page)).toEqual([]);
    const saysBoth = ['portal.holder.you', 'portal.next.wait'].every((key) => page.includes(translator(language)(key)));
    expect(saysBoth).toBe(false);
    const score = toScoreView(language, dossier, today);
    expect(score === undefined).toBe(dossier.assessment === undefined);
    if (score) expect(faultsOfHtml(renderScore(placeOf(language, '/follow/202600000440/score'), score))).toEqual([]);
  });
});

describe('by a national card', () => {
  const secrets =
    /Itto|إطو|202600000440|48000|as-scored|resources|portal\.reason|entitlements\.reason|double-cover|suspected|"amount":[1-9]|persons/;

  test.each(everyStory)(
    '$name: the steps and what to do are told, and nothing of the family, its means or its number',
    ({ dossier }) => {
      const view = toStepsView('fr', dossier, today);
      expect(view.file).toBeUndefined();
      expect(JSON.stringify(view)).not.toMatch(secrets);
      const whole = toFollowView('fr', dossier, today);
      expect(view.steps.map(({ key, state, on }) => ({ key, state, on }))).toEqual(
        whole.steps.map(({ key, state, on }) => ({ key, state, on })),
      );
      const page = renderFollow(placeOf('fr', '/follow/by-card'), view);
      expect(faultsOfHtml(page)).toEqual([]);
      expect(page).not.toMatch(/2026 ?0000 ?0440|receipt\.pdf|\/score|DH/);
    },
  );

  test('a contribution is told without its amount', () => {
    const { headline, next } = toStepsView('fr', registered(waitingToPay), today);
    expect(headline).toEqual({ key: 'portal.headline.contribution-due' });
    expect(next[0]?.key).toBe('portal.next.pay-contribution');
  });
});

test('a family that filed its request itself brings its papers; once the counter has them there is nothing to do', () => {
  const awaited = toFollowView('fr', aDossier('filed', { papersSent: ['applicant-identity'] }), today);
  expect(awaited).toMatchObject({ tone: 'todo', next: [{ key: 'portal.apply.done.bring' }, { key: 'portal.next.emergency' }] });
  expect(awaited.file?.papers).toMatchObject({ key: 'portal.upload.standing', facts: { sent: 1 } });
  const taken = toFollowView('fr', aDossier('filed'), today);
  expect(taken.next[0]?.key).toBe('portal.next.wait');
  expect(taken.file?.papers).toBeUndefined();
});

describe('the journey', () => {
  const steps = (dossier: Dossier, on = today) =>
    Object.fromEntries(toFollowView('fr', dossier, on).steps.map((step) => [step.key, step]));

  test('a silent partner is named, with the day since which it is waited for', () => {
    const dossier = aDossier('checking', { silent: [{ partner: 'cnss', since: addDays(filingDay, 2) }] });
    expect(steps(dossier).checked).toMatchObject({
      state: 'current',
      holder: { key: 'portal.holder.partner-waiting', facts: { partner: 'CNSS' } },
      on: addDays(filingDay, 2),
    });
    expect(toFollowView('fr', dossier, today).tone).toBe('attention');
  });

  test.each([
    [2, 'no'],
    [5, 'no'],
    [6, 'warning'],
    [10, 'warning'],
    [11, 'late'],
  ])('registers that keep a file %i days are late: %s', (days, late) => {
    const dossier = aDossier('checking', { since: filingDay });
    const { checked } = steps(dossier, addDays(filingDay, days));
    expect(checked).toMatchObject({ days, normDays: 2, late });
  });

  test('a delay that no public text gives says so, an official one does not', () => {
    expect(steps(aDossier('checking')).checked?.note).toEqual({ key: 'portal.law.delay.illustrative' });
    const ordered = registeredAsPoor({ card: { ...aCard('batched'), since: filingDay } });
    expect(steps(ordered)['card-made']).toMatchObject({ days: 12, normDays: 20, late: 'no' });
    expect(steps(ordered)['card-made']?.note).toBeUndefined();
  });

  test('an enquiry is a step only for families that had one, payment only for those who contribute', () => {
    expect(Object.keys(steps(aDossier('scored')))).not.toContain('enquiry');
    expect(steps(aDossier('enquiry')).enquiry?.state).toBe('current');
    expect(Object.keys(steps(registered(undefined)))).not.toContain('paid');
    expect(steps(registered(waitingToPay)).paid).toMatchObject({ state: 'current', holder: { key: 'portal.holder.you' } });
  });

  test('a refused request stops at the decision, and nothing is promised beyond', () => {
    const keys = Object.keys(steps(aDossier('closed', { closedFor: 'refused' })));
    expect(keys.at(-1)).toBe('decided');
  });
});

describe('a file that the commission put off', () => {
  const putOff = (outcome: 'adjourned' | 'enquiry', reasonCode: string) => ({ outcome, reasonCode, on: addDays(filingDay, 4) });
  const adjourned = { putOff: putOff('adjourned', 'papers-awaited') };

  test('says so, why, and what to bring, and has its letter', () => {
    const view = toFollowView('fr', aDossier('scored', adjourned), today);
    expect(view).toMatchObject({ tone: 'todo', headline: { key: 'portal.headline.adjourned' }, file: { hasLetter: true } });
    expect(view.next.map(({ key }) => key)).toEqual([
      'portal.reason.papers-awaited',
      'portal.next.bring-papers',
      'portal.next.emergency',
    ]);
    const letter = toPutOffLetter('fr', aDossier('scored', adjourned), {});
    expect(letter).toMatchObject({ awaits: 'papers', verdict: 'La commission n’a pas encore décidé.' });
  });

  test('waits for a visit or for the commission itself without anything to do', () => {
    const visited = aDossier('enquiry', { putOff: putOff('enquiry', 'living-conditions-to-see') });
    expect(toFollowView('fr', visited, today).next[1]?.key).toBe('portal.next.wait');
    expect(toPutOffLetter('ar', visited, {})?.awaits).toBe('visit');
    const absent = aDossier('scheduled', { putOff: putOff('adjourned', 'member-absent') });
    expect(toPutOffLetter('fr', absent, {})?.awaits).toBe('sitting');
  });

  test('is told no more once it went on, and by a national card without the reason', () => {
    expect(toPutOffLetter('fr', aDossier('decided', adjourned), {})).toBeUndefined();
    expect(toFollowView('fr', aDossier('validated', adjourned), today).headline.key).toBe('portal.headline.validated');
    const steps = toStepsView('fr', aDossier('scored', adjourned), today);
    expect(JSON.stringify(steps)).not.toContain('papers-awaited');
  });
});

describe('what the family is told', () => {
  test('until when it may contest a contribution, as long as there is time', () => {
    const vulnerable = aDossier('validated', { decision: { ...acceptedAsPoor, outcome: 'vulnerable', validatedOn: filingDay } });
    const keys = (on = today) => toFollowView('fr', vulnerable, on).next.map(({ key }) => key);
    expect(keys()).toEqual([
      'portal.next.wait',
      'portal.next.emergency',
      'portal.appeals.until.open',
      'portal.law.delay.illustrative',
    ]);
    expect(toFollowView('fr', vulnerable, today).file?.appeal?.kind).toBe('open');
    expect(keys(addDays(filingDay, 31))).not.toContain('portal.appeals.until.open');
    expect(toFollowView('fr', vulnerable, addDays(filingDay, 31)).file?.appeal).toBeUndefined();
  });

  test('the amount due, in dirhams', () => {
    const { headline, tone, next } = toFollowView('fr', registered(waitingToPay), today);
    expect(headline).toEqual({ key: 'portal.headline.pending-payment', facts: { amount: 48_000 } });
    expect([tone, next[0]?.key]).toEqual(['todo', 'portal.next.pay']);
  });

  test('not what the commission decided while the province may still send it back', () => {
    const view = toFollowView('fr', aDossier('decided', { decision: acceptedAsPoor }), today);
    expect(view.file?.category).toBeUndefined();
    expect(JSON.stringify(view)).not.toContain('portal.reason');
    expect(toScoreView('fr', aDossier('decided', { decision: acceptedAsPoor }), today)).toMatchObject({ outcome: 'to-validate' });
  });

  test('that a receipt serves in an emergency, for the two months it does', () => {
    const advice = (days: number) =>
      toFollowView('fr', aDossier('checking'), addDays(filingDay, days)).next.map(({ key }) => key);
    expect(advice(60)).toContain('portal.next.emergency');
    expect(advice(61)).toEqual(['portal.next.wait']);
  });

  test('until when a refusal may be contested, counted from the day it was told', () => {
    const refused = aDossier('closed', { closedFor: 'refused', since: filingDay });
    const [first] = toFollowView('fr', refused, today).next;
    expect(first).toMatchObject({ key: 'portal.appeals.until.open', facts: { day: addDays(filingDay, 30) } });
    expect(toScoreView('fr', { ...refused, assessment: aDossier('scored').assessment as never }, today)).toMatchObject({
      appeal: { kind: 'open', lastDay: addDays(filingDay, 30), caution: { key: 'portal.law.delay.illustrative' } },
      poverty: [],
    });
  });

  test('that the weights of its score are examples', () => {
    expect(toScoreView('fr', aDossier('scored'), today)?.formula).toMatchObject({ name: 'ramed-2008', isIllustrative: true });
  });
});

test.each([
  ['fr', 'held', 'Une autre assurance couvre peut-être déjà votre famille.', 'Votre demande est acceptée'],
  ['fr', 'closed', 'Votre demande est close.', 'Votre demande est acceptée'],
  ['ar', 'held', 'قد يغطي تأمين آخر أسرتكم.', translator('ar')('portal.score.outcome.poor')],
  ['ar', 'closed', 'طلبكم مغلق.', translator('ar')('portal.score.outcome.poor')],
] as const)('in %s the score of a file that is %s does not say that it is accepted', (language, state, headline, accepted) => {
  const view = toScoreView(language, aDossier('registered', { state, decision: acceptedAsPoor }), today);
  if (!view) throw new Error('it has a score');
  const page = renderScore(placeOf(language, '/follow/202600000440/score'), view);
  expect(page).toContain(headline);
  expect(page).not.toContain(accepted);
});
