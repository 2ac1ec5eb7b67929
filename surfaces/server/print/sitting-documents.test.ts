import { expect, test } from 'vitest';
import { agendaPdf } from '#design/documents/index.ts';
import { type SittingToPrint, toAgenda } from './sitting-documents.ts';

const sitting: SittingToPrint = {
  ...{ number: '202690000011', kind: 'cpl', territory: '05.081.03.07', heldOn: '2026-11-28', members: [] },
  place: { fr: 'Siège du caïdat', ar: 'مقر القيادة' },
  files: [
    {
      ...{ position: 1, number: '202600000440', filedOn: '2026-09-01', proposal: 'poor', why: 'late' },
      names: { ar: { given: 'إطو', family: 'أوحدو' } },
      stood: { state: 'discordant', days: 61 },
    },
    {
      ...{ position: 2, number: '202600000457', filedOn: '2026-11-02', proposal: 'vulnerable', why: 'concordant' },
      names: { ar: { given: 'رشيد', family: 'بنحدو' } },
    },
  ],
};

test('the agenda explains a late file by where it stood longest, and no other', () => {
  const agenda = toAgenda('ar', sitting, false);
  expect(agenda?.files.map(({ days, stood }) => ({ days, stood }))).toEqual([
    { days: 88, stood: { state: 'تباين', days: 61 } },
    { days: 26, stood: undefined },
  ]);
});

test.each(['fr', 'ar'] as const)('it is printed so in %s', async (language) => {
  const agenda = toAgenda(language, sitting, true);
  if (!agenda) throw new Error('an agenda that is fixed is there');
  const plain = { ...agenda, files: agenda.files.map(({ stood: _, ...file }) => file) };
  expect((await agendaPdf(agenda)).length).not.toBe((await agendaPdf(plain)).length);
});
