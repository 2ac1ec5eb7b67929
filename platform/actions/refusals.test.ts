import { afterAll, beforeAll, expect, test } from 'vitest';
import { projectRoot } from '#platform/config';
import { loadMessages, missingMessages } from '#platform/i18n';
import { cardStates } from '../../modules/cards/model/lifecycle.ts';
import { outcomes, reasonCodes } from '../../modules/commissions/model/decision.ts';
import { sittingPassages } from '../../modules/commissions/model/sitting.ts';
import type { DueState } from '../../modules/contributions/model/due.ts';
import { coverCasePassages } from '../../modules/coverage/model/cover-case.ts';
import { rightStates } from '../../modules/entitlements/model/right.ts';
import { answerStates, nextSteps } from '../../modules/entitlements/model/right-answer.ts';
import { openTestHouse, type TestHouse } from '../../surfaces/testing/test-house.ts';

let house: TestHouse;
beforeAll(async () => {
  house = await openTestHouse();
});
afterAll(() => house.close());

const dueStates: readonly DueState[] = ['assessed', 'notified', 'paid', 'waived', 'overdue', 'lapsed'];
const catalogue = loadMessages(projectRoot);

test('every refusal of every deed can be said in four languages', () => {
  const ofDeeds = house.house.actions.flatMap((action) => {
    const [module = ''] = action.name.split('.');
    return action.refusals.map((code) => `${module}.refusal.${code}`);
  });
  const ofTheDesk = ['not-allowed', 'wrong-input', 'key-reused'].map((code) => `actions.refusal.${code}`);
  expect([...ofDeeds, ...ofTheDesk].filter((key) => !catalogue.fr.has(key))).toEqual([]);
});

test('every state and every reason that people read has its words', () => {
  const ends = (passages: Record<string, { to: string }>) => Object.values(passages).map((passage) => passage.to);
  const read = [
    ...reasonCodes.map((code) => `commissions.reason.${code}`),
    ...outcomes.map((outcome) => `commissions.outcome.${outcome}`),
    ...['convened', ...ends(sittingPassages)].map((state) => `commissions.sitting.${state}`),
    ...dueStates.map((state) => `contributions.due.${state}`),
    ...['suspected', ...ends(coverCasePassages)].map((state) => `coverage.case.${state}`),
    ...rightStates.map((state) => `entitlements.right.${state}`),
    ...answerStates.map((state) => `entitlements.answer.${state}`),
    ...nextSteps.map((step) => `entitlements.next.${step}`),
    ...Object.keys(cardStates).map((state) => `cards.state.${state}`),
  ];
  expect(read.filter((key) => !catalogue.fr.has(key))).toEqual([]);
});

test('what is said of deeds is said whole in each language', () => {
  const ours = /^(actions|applications|cards|commissions|contributions|coverage|entitlements|staff|territory|verifications)\./;
  expect(missingMessages(catalogue).filter((fault) => ours.test(fault.key))).toEqual([]);
});
