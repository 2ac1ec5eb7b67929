import { form } from '#modules/applications';
import { toDate } from '#platform/dates';
import { dirhams } from '#platform/money';
import type { Place } from '../../place.ts';
import { toCheckView } from '../../views/apply/check-view.ts';
import { toQuestionView } from '../../views/apply/question-view.ts';
import { papersToBring } from '../../views/papers-to-bring.ts';
import type { PageExample } from '../examples.ts';
import { renderCheck } from './check.tsx';
import { renderDeclare } from './declare.tsx';
import { type DoneView, renderDone } from './done.tsx';
import { renderLeft } from './left.tsx';
import { type PeopleView, renderPeople } from './people.tsx';
import { type QuestionView, renderQuestion } from './question.tsx';
import { renderResume } from './resume.tsx';
import { renderSaved } from './saved.tsx';
import { renderApplyStart } from './start.tsx';
import { renderTasks, type TasksView } from './tasks.tsx';

const today = toDate('2026-11-22');
const contribution = { perPerson: dirhams(120), cap: dirhams(600) };

const answers: form.Answers = {
  province: '05.081',
  commune: '05.081.03.07',
  nuclei: 1,
  dwelling: { kind: 'rural_earth_house', tenure: 'owned', rooms: 3, kitchen: true, electricity: true, running_water: false },
  contact: { phone: '+212612345678', wants_notices: true },
  resources: { income_year: 9600, transfers_year: 0, bank_loan: false },
  members: [
    {
      relation: 'head',
      sex: 'F',
      birth_date: '1979-06-04',
      cnie: 'IC123456',
      names: { fr: { given: 'Itto', family: 'Ait Bouzid' }, ar: { given: 'إيطو', family: 'آيت بوزيد' } },
      marital_status: 'widowed',
      disabled: false,
      education: 'none',
      literate: false,
      occupation: 'labourer',
      earns: true,
      other_cover: null,
    },
    {
      relation: 'child',
      sex: 'M',
      birth_date: '2010-09-12',
      names: { fr: { given: 'Moha', family: 'Ait Bouzid' }, ar: { given: 'موحا', family: 'آيت بوزيد' } },
      other_cover: null,
    },
  ],
};

const answered = ['birth', 'name', 'status', 'work', 'province', 'commune', 'contact', 'people', 'identity/2'];

function question(key: form.PageKey, more: Partial<QuestionView> & { ref?: number; typed?: form.Typed } = {}) {
  const { ref, typed, ...rest } = more;
  const page = form.pageCalled(key);
  if (!page) throw new Error(`the form has no page ${key}`);
  const situation = { answers, today, ...(ref === undefined ? {} : { ref }) };
  return (place: Place) =>
    renderQuestion(place, {
      ...toQuestionView(place.reader.language, { page, situation, ...(typed ? { typed } : {}) }),
      ...rest,
    });
}

const tasks: TasksView = {
  code: 'K7MP4-XW3RT',
  savedAt: '10:42',
  hasBirthDate: true,
  isCarried: false,
  papersSent: 2,
  groups: form.groups.map((group, index) => ({ group, path: '/apply/birth', isComplete: index === 0 })),
  nextPath: '/apply/people',
};

const people: PeopleView = {
  people: [
    { ref: 2, name: 'Moha Ait Bouzid', relation: 'child', birth: toDate('2010-09-12'), isComplete: true },
    { ref: 3, name: 'Aïcha Ait Bouzid', relation: 'parent', isComplete: false },
  ],
};

const done: DoneView = {
  number: '202604127733',
  office: 'Ait Bou Oulli',
  credential: `RMD1:${'6BFOXN%TS3DH0YOJ58S S-W5HDC *M0II5XHC9B5G2+$N'.repeat(4)}`,
  bringBy: toDate('2026-12-07'),
  checkedBy: toDate('2026-12-12'),
  decidedBy: toDate('2027-01-11'),
  emergenciesUntil: toDate('2027-01-21'),
  papers: papersToBring(
    {
      members: [
        { ref: 1, relation: 'head' },
        { ref: 2, relation: 'child', age: 8 },
      ],
    },
    '2026-11-22',
  ).map((paper) => ({ ...paper, isSent: paper.kind === 'applicant-identity' })),
};

const typed = { code: 'K7MP4-XW3RT', birth: { day: '31', month: '4', year: '1985' } };

type Shown = readonly [name: string, path: string, render: (place: Place) => string];

const shown: readonly Shown[] = [
  ['start', '', (place) => renderApplyStart(place, { contribution })],
  ['start-tried', '', (place) => renderApplyStart(place, { contribution, tried: '{"members":[{}]}' })],
  ['start-with-draft', '', (place) => renderApplyStart(place, { contribution, draft: { savedOn: today } })],
  ['start-too-often', '', (place) => renderApplyStart(place, { contribution, isTooOften: true })],
  ['resume', '/resume', (place) => renderResume(place, {})],
  ['resume-wrong', '/resume', (place) => renderResume(place, { typed, errors: ['wrong', 'birth-impossible'] })],
  ['tasks', '/tasks', (place) => renderTasks(place, tasks)],
  ['tasks-first', '/tasks', (place) => renderTasks(place, firstTasks())],
  ['saved', '/saved', (place) => renderSaved(place, { code: tasks.code, hasBirthDate: false, keptDays: 60 })],
  ['left', '/left', (place) => renderLeft(place)],
  ['people', '/people', (place) => renderPeople(place, people)],
  ['people-alone', '/people', (place) => renderPeople(place, { people: [], isMoreMissing: true })],
  [
    'check',
    '/check',
    (place) => renderCheck(place, toCheckView(place.reader.language, { situation: { answers, today }, answered })),
  ],
  ['check-refused', '/check', (place) => renderCheck(place, { groups: [], problems: [], hasOpenRequest: true })],
  ['declare', '/declaration', (place) => renderDeclare(place, { isMissing: true, hasCoveredPerson: true })],
  ['done', '/done', (place) => renderDone(place, done)],
  ...form.formPages
    .filter(({ key, isAboutPerson }) => !isAboutPerson && key !== 'people')
    .map(({ key }): Shown => [key, `/${key}`, question(key)]),
  ['identity', '/people/2/identity', question('identity', { ref: 2, returnTo: 'check' })],
  ['situation', '/people/2/situation', question('situation', { ref: 2, asksForMore: true })],
  ['birth-errors', '/birth', question('birth', birthErrors())],
  ['name-errors', '/name', question('name', { typed: {}, faults: [{ key: 'names.fr.given', fault: 'one-script' }] })],
];

export const applyExamples: readonly PageExample[] = shown.map(([name, path, render]) => ({
  name: `apply-${name}`,
  path: `/apply${path}`,
  render,
}));

function firstTasks(): TasksView {
  const { savedAt: _none, ...first } = tasks;
  return { ...first, hasBirthDate: false, isCarried: true, papersSent: 0 };
}

function birthErrors(): Partial<QuestionView> & { typed: form.Typed } {
  return {
    typed: { 'birth_date-day': '31', 'birth_date-month': '4', 'birth_date-year': '1985', cnie: 'douze' },
    faults: [
      { key: 'birth_date', fault: 'no-date' },
      { key: 'sex', fault: 'missing' },
      { key: 'cnie', fault: 'no-card' },
    ],
  };
}
