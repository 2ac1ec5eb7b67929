import { describe, expect, test } from 'vitest';
import { type CardState, cardStates } from '#modules/cards';
import { addDays } from '#platform/dates';
import { languageCodes, loadMessages, projectRoot } from '#platform/i18n';
import { standingOf, whereIsIt } from './card-standing.ts';
import { aCard, filingDay, openRight, registeredAsPoor } from './dossier.builders.ts';
import type { Dossier, StandingRight } from './dossier.ts';
import { toFollowView, toStepsView } from './follow-view.ts';

const messages = loadMessages(projectRoot);
const today = addDays(filingDay, 12);
const since = addDays(filingDay, 9);
const follow = (dossier: Dossier) => toFollowView('fr', dossier, today);
const keysOf = (dossier: Dossier) => follow(dossier).next.map(({ key }) => key);
const stopped = (state: StandingRight['state'], reason: string, card?: CardState) =>
  registeredAsPoor({ right: { state, reason, since }, ...(card ? { card: aCard(card) } : {}) });
const steps = (dossier: Dossier) => follow(dossier).steps.map(({ key, state }) => `${key} ${state}`);

describe('a family whose rights have stopped', () => {
  test.each(['ordered', 'at_office', 'active'] as const)('is told so before where its card is: %s', (card) => {
    const view = follow(stopped('suspended', 'papers-doubted', card));
    expect(view.headline).toEqual({ key: 'portal.right.headline.suspended', facts: { day: since } });
    expect(view.next.map(({ key }) => key)).toEqual([
      'portal.right.why',
      'portal.right.lift',
      'portal.right.contest',
      'portal.score.emergency',
    ]);
    expect(view).toMatchObject({ tone: 'attention', right: { state: 'suspended', since, complain: 'other' } });
  });

  test('closed, it may ask again and contest; for another cover, the complaint is about that', () => {
    const view = follow(stopped('closed', 'double-cover', 'revoked'));
    expect(view).toMatchObject({ tone: 'refused', right: { mayAskAgain: true, complain: 'double-registration' } });
    expect(view.next.map(({ key }) => key)).toContain('portal.next.cover');
    expect(keysOf(stopped('closed', 'family-asked'))).not.toContain('portal.right.contest');
  });

  test('run out, it may ask again, and there is nothing to contest', () => {
    expect(keysOf(stopped('expired', 'term'))).toEqual(['portal.right.again', 'portal.score.emergency']);
  });

  test('has steps that end with the stop and its reason, as far as its card had come', () => {
    expect(steps(stopped('suspended', 'papers-doubted', 'at_province')).slice(-2)).toEqual([
      'card-made done',
      'suspended stopped',
    ]);
    expect(steps(stopped('closed', 'death', 'active')).slice(-2)).toEqual(['handed-over done', 'closed stopped']);
    expect(follow(stopped('closed', 'death')).steps.at(-1)).toMatchObject({
      ...{ key: 'closed', on: since, note: { key: 'entitlements.reason.death' } },
    });
  });

  test('is not told why by a national card', () => {
    const view = toStepsView('fr', stopped('suspended', 'abuse-suspected'), today);
    expect(view.headline.key).toBe('portal.right.headline.suspended');
    expect(JSON.stringify(view)).not.toMatch(/abuse|reason/);
  });

  test('a year that is not paid is to be paid, whatever card there is', () => {
    const unpaid = registeredAsPoor({ right: { state: 'unpaid', reason: 'contribution-due', since }, card: aCard('active') });
    expect(follow(unpaid).headline.key).toBe('portal.headline.contribution-due');
  });
});

describe('a card', () => {
  const states = Object.keys(cardStates) as CardState[];

  test.each(states)('%s has its sentence in every language, the same on the follow page and on its own', (state) => {
    const said = whereIsIt(state, 'Bzou');
    for (const language of languageCodes) expect(messages[language].has(said.key)).toBe(true);
    const headline = follow(registeredAsPoor({ card: aCard(state) })).headline.key;
    const standing = standingOf(state);
    const isTold = standing.is === 'over' || (standing.is === 'awaited' && standing.step !== 'handed-over');
    if (isTold) expect(headline).toBe(said.key);
  });

  test.each([
    ['lost', 'at_province'],
    ['revoked', 'ordered'],
    ['destroyed', 'uncollected'],
  ] as const)('%s that came no further than %s was never handed over', (state, reached) => {
    const dossier = registeredAsPoor({ card: aCard(state, reached) });
    expect(steps(dossier)).not.toContain('handed-over done');
    expect(steps(dossier).at(-1)).toBe('card-again current');
    expect(keysOf(dossier)[0]).toBe('portal.next.ask-card');
  });

  test('lost in its family’s hands was handed over, on the day it was', () => {
    const card = { ...aCard('lost', 'active'), handedOverOn: addDays(filingDay, 8) };
    const told = follow(registeredAsPoor({ card })).steps;
    expect(told.find(({ key }) => key === 'handed-over')).toMatchObject({ state: 'done', on: addDays(filingDay, 8) });
    expect(told.at(-1)).toMatchObject({
      key: 'card-again',
      holder: { key: 'portal.holder.you' },
      note: { key: 'portal.card.over.lost' },
    });
  });

  test('lost on its way has been ordered anew: the agency sees to it, the family waits', () => {
    const dossier = registeredAsPoor({ card: aCard('lost_in_transit', 'in_parcel') });
    expect(follow(dossier).steps.at(-1)).toMatchObject({ key: 'card-again', holder: { key: 'portal.holder.anam' } });
    expect(keysOf(dossier)[0]).toBe('portal.next.wait');
  });

  test('that was not ordered yet is not told to be in the making', () => {
    expect(follow(registeredAsPoor({ right: openRight })).headline.key).toBe('portal.headline.registered');
  });
});
