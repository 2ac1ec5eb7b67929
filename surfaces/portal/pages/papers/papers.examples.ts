import { toDate } from '#platform/dates';
import { formatGrouped } from '#platform/numbers';
import type { Place } from '../../place.ts';
import type { PageExample } from '../examples.ts';
import { type PaperStanding, type PapersView, renderPapers } from './list.tsx';
import { type PaperView, renderPaper } from './paper.tsx';

const sentOn = toDate('2026-11-22');
const why = (kind: string) => ({ key: `applications.paper.why.${kind}`, facts: { from: 21, to: 26 } });
const paper = (kind: string, standing: Partial<PaperStanding> = {}): PaperStanding => ({
  kind,
  name: { key: `applications.paper.${kind}` },
  why: why(kind),
  copies: 1,
  state: 'none',
  sheets: 0,
  pages: [],
  ...standing,
});

const papers = [
  paper('applicant-identity', { state: 'sent', sheets: 2, sentOn, pages: [{ id: 'a', isPdf: false }] }),
  paper('child-identity', { copies: 3 }),
  paper('medical-certificate', { state: 'asked-again', sheets: 1, sentOn }),
  paper('collective-life', { state: 'promised' }),
  paper('salary-certificate', { state: 'being-scanned', sheets: 1, sentOn }),
  paper('residence-certificate', { state: 'infected' }),
];

const ofDraft: PapersView = {
  isDraft: true,
  title: { key: 'portal.upload.title' },
  back: '/apply/tasks',
  next: '/apply/check',
  papers,
  may: 'send',
};
const ofRequest: PapersView = {
  isDraft: false,
  title: { key: 'portal.upload.of-request', facts: { number: formatGrouped('201504127733') } },
  back: '/follow/201504127733',
  papers,
  may: 'open',
};

const one: PaperView = {
  isDraft: true,
  back: '/apply/papers',
  name: { key: 'applications.paper.child-identity' },
  why: why('child-identity'),
  copies: 3,
  kept: [],
  limits: { megabytes: 8, pages: 10 },
};
const faulty: PaperView = {
  ...one,
  kept: [{ id: 'a', sheets: 2, mayBeTakenBack: true }],
  taken: 1,
  faults: [
    { field: 'photo', name: 'IMG_0412.jpg', message: { key: 'documents.refusal.too-small' } },
    { field: 'file', name: 'acte.pdf', message: { key: 'documents.refusal.protected' } },
  ],
};

const list = (view: PapersView) => (place: Place) => renderPapers(place, view);

export const papersExamples: readonly PageExample[] = [
  { name: 'upload-draft', path: '/apply/papers', render: list(ofDraft) },
  { name: 'upload-opened-by-agent', path: '/follow/201504127733/papers', render: list(ofRequest) },
  { name: 'upload-seen', path: '/follow/201504127733/papers', render: list({ ...ofRequest, may: 'see' }) },
  { name: 'upload-nothing', path: '/complaint/202600017733/papers', render: list({ ...ofRequest, papers: [], may: 'open' }) },
  { name: 'upload-paper', path: '/apply/papers/child-identity', render: (place) => renderPaper(place, one) },
  { name: 'upload-paper-faults', path: '/apply/papers/child-identity', render: (place) => renderPaper(place, faulty) },
];
