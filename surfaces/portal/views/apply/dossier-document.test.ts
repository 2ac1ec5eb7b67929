import { expect, test } from 'vitest';
import { dossierPdf } from '#design/documents/index.ts';
import { form } from '#modules/applications';
import { languageCodes } from '#platform/i18n';
import { findNamedFamily } from '../../../../modules/applications/testing/named-families.ts';
import { readPrinted } from '../../../testing/printed.ts';
import { aDossier } from '../dossier.builders.ts';
import type { Dossier } from '../dossier.ts';
import { toDossierDocument } from './dossier-document.ts';

const contact = { phone: '+212612345678', address: 'Douar Aït Oumghar', wants_notices: true };

function documentOf(
  who: string,
  { language = 'fr', ...more }: { language?: 'fr' | 'ar'; contact?: form.Tree; state?: Dossier['state'] } = {},
) {
  const declaration = findNamedFamily(who)?.declaration;
  if (!declaration) throw new Error(`nobody is called ${who}`);
  const [head] = declaration.members;
  const of = { members: declaration.members, territory: declaration.commune, ...(head ? { names: head.names } : {}) };
  const dossier = aDossier(more.state ?? 'filed', of);
  return toDossierDocument(language, { dossier, filed: { declaration, contact: more.contact }, code: 'dossierxyz' });
}

const answersIn = ({ parts }: ReturnType<typeof documentOf>) =>
  parts.flatMap(({ questions }) => questions.flatMap(({ answers }) => answers));

test('the questions stand in the order and under the numbers of the form on line, and only those this family was asked', () => {
  const { parts } = documentOf('rachid', { contact });
  expect(parts.map(({ letter }) => letter)).toEqual(['A', 'B', 'C', 'D', 'E']);
  const declaration = findNamedFamily('rachid')?.declaration;
  const steps = declaration ? form.stepsOf({ answers: form.answersOf(declaration, contact), today: aDossier().filedOn }) : [];
  const numbers = parts.flatMap(({ questions }) => questions.map(({ number }) => number));
  expect(numbers).toEqual(steps.map(({ page }) => String(form.numberOfPage(page))));
  const farm = form.formPages.find(({ key }) => key === 'farm');
  expect(numbers).not.toContain(String(farm && form.numberOfPage(farm)));
});

test('each answer of the declaration is said once, with its own number', () => {
  const answers = answersIn(documentOf('rachid', { contact }));
  expect(answers).toContainEqual({ number: '1.3', term: 'Numéro de la carte nationale (CNIE)', said: 'IC227708' });
  expect(answers.filter(({ said }) => said === 'Yassine Demnati (Enfant)')).toHaveLength(1);
  expect(answers).toContainEqual({ number: '7.1', term: 'Téléphone', said: '+212612345678' });
});

test('a request that did not come by the form is not said to have left its telephone out', () => {
  const answers = answersIn(documentOf('itto'));
  expect(answers.filter(({ number }) => number.startsWith('7') || number === '6.2')).toEqual([]);
  expect(answers.some(({ number }) => number === '6.1')).toBe(true);
});

test('papers are awaited until the counter has accepted them, each with how many and why', () => {
  const filed = documentOf('rachid', { contact });
  expect(filed.bringBy?.toString()).toBe('2026-10-18');
  expect(filed.papers.length).toBeGreaterThan(3);
  for (const paper of filed.papers)
    expect(Object.values(paper).every((said) => said.length > 3 && !said.includes('portal.'))).toBe(true);
  expect(documentOf('rachid', { state: 'incomplete' }).bringBy).toBeDefined();
  expect(documentOf('rachid', { state: 'checking' }).bringBy).toBeUndefined();
});

test('in every language it is a paper with all its words, and the code is read from it', async () => {
  for (const language of languageCodes) {
    const document = toDossierDocument(language, {
      dossier: aDossier('filed'),
      filed: { declaration: findNamedFamily('itto')?.declaration as never, contact },
      code: 'dossierfgdeohktycnsrruxlllkppy',
    });
    const { text, code, pages } = await readPrinted(await dossierPdf(document));
    expect(code).toBe('dossierfgdeohktycnsrruxlllkppy');
    expect(pages).toBeLessThanOrEqual(4);
    expect(text).toMatch(/2026\s0000\s0440/);
    expect(text).not.toMatch(/applications\.|portal\.|undefined/);
  }
});
