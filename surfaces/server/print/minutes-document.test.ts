import { expect, test } from 'vitest';
import { minutesPdf } from '#design/documents/index.ts';
import { readPrinted } from '../../testing/printed.ts';
import { sealedInAzilal } from './minutes.samples.ts';
import { toMinutesDocument } from './minutes-document.ts';

const sealed = { minutes: sealedInAzilal, digest: '3f8a2c94d1b70e56a9c4f2871de053b6c7a81f4e9d20b35a6f7c1e8840d29b5a' };
const french = toMinutesDocument('fr', sealed);

test('who sat for whom is told with times by the clock of the room, and who never came is absent', () => {
  expect(french).toMatchObject({ openedAt: '09:05', closedAt: '12:10', place: { latin: 'salle du caïdat' } });
  expect(french.members.map(({ institution, presence }) => [institution, presence])).toEqual([
    ['Intérieur', [{ from: '09:05' }]],
    ['Santé', [{ from: '09:05', until: '09:40' }]],
    ['Finances', [{ from: '09:05' }]],
    ['Autorité locale', [{ from: '09:05' }]],
    ['Entraide nationale', []],
  ]);
});

test('the quorum is told with its rule, and the fewest that sat count neither a member taken out of the file, nor one who left, nor the secretary', () => {
  expect(french.quorum).toMatchObject({ present: 3, institutions: 5, needed: 2, least: 2, isOfficial: false });
});

test('what was decided against the score is told with what was proposed, why, and who confirmed it', () => {
  expect(french.againstScore).toEqual([
    {
      ...{ position: 2, proposal: 'refused', remark: 'Veuf, récolte perdue.' },
      secondedBy: { latin: 'Hassan OUAZZANI', arabic: 'حسن الوزاني' },
    },
  ]);
  expect(french.differing).toMatchObject([
    { position: 2, combinedBy: 'chair', opinions: [{ outcome: 'poor' }, { outcome: 'refused' }] },
  ]);
  expect(french.written).toMatchObject([{ position: 2, institution: 'Entraide nationale' }]);
  expect(french.recused).toMatchObject([{ position: 1, ground: 'declared', words: 'Il loue la maison.' }]);
});

test.each([
  ['fr', ['Séance n° 000412', 'décidé en lot 1', 'Égalité : la voix du président a décidé.', 'Page 1 sur', sealed.digest]],
  // What is copied from an Arabic page comes out turned around; what is seen is right.
  ['ar', ['000412', '2026 0000 0457']],
] as const)('the paper in %s tells it, and its code names the very minutes', async (language, told) => {
  const { text, code } = await readPrinted(await minutesPdf(toMinutesDocument(language, sealed)));
  for (const words of told) expect(text.replaceAll(/[\u2066-\u2069]/g, '')).toContain(words);
  expect(code).toBe(`RMM1:${sealed.digest.toUpperCase()}`);
});

test('minutes of a hearing tell each appeal: the first decision, the new one, and what was found of each point', async () => {
  const [line] = sealedInAzilal.decisions;
  if (!line) throw new Error('nothing was decided');
  const appeal = {
    ...{ number: '202670000114', first: 'refused' as const, becomes: 'poor' as const },
    reasons: [{ criterion: 'patrimony', reason: 'shown-by-paper', words: 'Acte de vente de 2024.' }],
  };
  const heard = { ...line, outcome: 'reformed' as const, reason: 'as-scored', remark: 'La terre est vendue.', appeal };
  const minutes = { ...sealedInAzilal, kind: 'cpp' as const, decisions: [heard] };
  const document = toMinutesDocument('fr', { ...sealed, minutes });
  expect(document.commission.latin).toBe('Commission provinciale, Azilal');
  expect(document.decisions).toMatchObject([{ outcome: 'reformed', reason: 'Une pièce le prouve' }]);
  const { text } = await readPrinted(await minutesPdf(document));
  const plain = text.replaceAll(/[\u2066-\u2069]/g, '');
  for (const words of [
    'Recours n° 2026 7000 0114',
    'Refusée',
    'Nouvelle décision',
    'Les biens : Une pièce le prouve',
    'Acte de vente',
  ])
    expect(plain).toContain(words);
});
