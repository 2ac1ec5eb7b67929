import type { DossierDocument, DossierPart, DossierQuestion } from '#design/documents/index.ts';
import { lawAt } from '#law';
import { form } from '#modules/applications';
import type { Declaration } from '#modules/eligibility';
import { addDays, toIsoDate } from '#platform/dates';
import { type Language, type Message, translator } from '#platform/i18n';
import type { Dossier } from '../dossier.ts';
import { bilingualPlace, documentName } from '../names.ts';
import { type PaperToBring, papersToBring } from '../papers-to-bring.ts';
import { nameOfPerson } from './question-view.ts';
import { saidBack, titleOfStep } from './said-back.ts';

/** What a family sent; `contact` only when it came by the portal. */
export type Filed = { readonly declaration: Declaration; readonly contact?: form.Tree | undefined };

export type DossierParts = {
  readonly dossier: Dossier;
  readonly filed: Filed;
  readonly code: string;
  readonly answers?: readonly string[];
};

/** The dossier as it is printed: the questions this household was asked, in the order and under the numbers of the form on line. */
export function toDossierDocument(language: Language, { dossier, filed, code, answers = [] }: DossierParts): DossierDocument {
  const { number, filedOn, territory, names, state, papersSent = [] } = dossier;
  const day = toIsoDate(filedOn);
  const isAwaited = state === 'filed' || state === 'incomplete';
  return {
    language,
    requestNumber: number,
    filedOn,
    head: documentName(names),
    office: bilingualPlace(territory),
    parts: partsOf(language, { answers: form.answersOf(filed.declaration, filed.contact), today: filedOn }),
    papers: papersOf(language, papersToBring(filed.declaration, day), papersSent),
    ...(isAwaited ? { bringBy: addDays(filedOn, lawAt(day).deadlines.filed.value.late) } : {}),
    code,
    answers,
  };
}

function partsOf(language: Language, situation: form.Situation): DossierPart[] {
  const say = translator(language);
  const steps = form.stepsOf(situation);
  return form.groups.map((group) => ({
    letter: say(`applications.form.letter.${group}`),
    title: say(`applications.form.group.${group}`),
    questions: steps
      .filter(({ page }) => page.group === group)
      .map((step) => questionOf(language, step, situation))
      .filter(({ answers }) => answers.length > 0),
  }));
}

function questionOf(language: Language, step: form.Step, { answers, today }: form.Situation): DossierQuestion {
  const { page, ref } = step;
  const situation = { answers, today, ...(ref === undefined ? {} : { ref }) };
  const unknown = answers.contact === undefined ? numbersOfContact(page) : [];
  const said = page.key === 'people' ? peopleSaid(language, page, answers) : saidBack(language, page, situation);
  return {
    number: String(form.numberOfPage(page)),
    title: told(language, titleOfStep(language, step, answers)),
    isWide: page.key === 'people',
    answers: said.filter(({ number }) => !unknown.includes(number)),
  };
}

/** A request that came otherwise than by this form was never asked how its family may be reached. */
function numbersOfContact(page: form.FormPage): readonly string[] {
  return page.fields.filter(({ key }) => key.startsWith('contact.')).map((field) => form.numberOfField(page, field));
}

/** Who lives with the head, one line a person; what is said of each follows under its own questions. */
function peopleSaid(language: Language, page: form.FormPage, answers: form.Answers): DossierQuestion['answers'] {
  const say = translator(language);
  const number = String(form.numberOfPage(page));
  const others = answers.members.slice(1).map(({ relation }, index) => ({
    number,
    term: say('portal.apply.people.unnamed', { ref: index + 2 }),
    said: `${nameOfPerson(language, answers, index + 2)} (${say(`applications.form.choice.relation.${String(relation)}`)})`,
  }));
  return others.length > 0 ? others : [{ number, term: say('portal.apply.people.alone'), said: '' }];
}

function papersOf(language: Language, papers: readonly PaperToBring[], sent: readonly string[]): DossierDocument['papers'] {
  return papers.map(({ kind, name, why, where, copies }) => ({
    name: told(language, name),
    why: `${told(language, why)} ${told(language, where)}`,
    copies: told(language, { key: 'applications.paper.copies', facts: { count: copies } }),
    ...(sent.includes(kind) ? { sent: told(language, { key: 'portal.upload.already' }) } : {}),
  }));
}

function told(language: Language, { key, facts = {} }: Message): string {
  return translator(language, { isolating: true })(key, facts);
}
