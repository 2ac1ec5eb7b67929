import { expect, test } from 'vitest';
import { decisionPdf } from '#design/documents/index.ts';
import { readPrinted } from '../../testing/printed.ts';
import { toDecisionLetter } from './decision-letter.ts';
import { acceptedAsPoor, aDossier } from './dossier.builders.ts';

const refused = { ...acceptedAsPoor, outcome: 'refused', isAgainstScore: true, reasonCode: 'resources-understated' } as const;

test.each(['fr', 'ar'] as const)('the decision is printed with every condition of the score, in %s', async (language) => {
  const letter = toDecisionLetter(language, aDossier('validated', { decision: acceptedAsPoor }), {});
  if (!letter) throw new Error('it was validated');
  expect(letter).toMatchObject({ outcome: 'poor', requestNumber: '202600000440' });
  expect(letter.conditions.length).toBeGreaterThan(1);
  expect(letter.conditions.every(({ met }) => met)).toBe(true);
  expect(letter.contest).toBeUndefined();
  const { text } = await readPrinted(await decisionPdf(letter));
  expect(text).toContain('2026 0000 0440');
});

test('a refusal against the score says why the commission decided so, and until when it may be contested', () => {
  const letter = toDecisionLetter('fr', aDossier('validated', { decision: refused }), {});
  expect(letter?.commissionReason).toBeTruthy();
  expect(letter?.contest?.caution).toContain('aucun texte public');
});

test('before the province has validated it there is nothing to print', () => {
  expect(toDecisionLetter('fr', aDossier('scheduled'), {})).toBeUndefined();
  expect(toDecisionLetter('fr', aDossier('decided', { decision: acceptedAsPoor }), {})).toBeUndefined();
});
