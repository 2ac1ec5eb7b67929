import type { Appeal, Minutes } from '#modules/commissions';
import { assess, type Declaration } from '#modules/eligibility';
import { addDays, toIsoDate } from '#platform/dates';
import { acceptedAsPoor, aDossier, filingDay } from '../../../surfaces/portal/views/dossier.builders.ts';
import type { Dossier } from '../../../surfaces/portal/views/dossier.ts';
import { sealedInAzilal } from '../../../surfaces/server/print/minutes.samples.ts';
import { aFamily } from '../../../surfaces/testing/families.ts';

const decided = { ...acceptedAsPoor, validatedOn: addDays(filingDay, 9) };
const refused = { ...decided, outcome: 'refused' } as const;
const [digest, line] = ['3f8a2c94d1b70e56a9c4f2871de053b6c7a81f4e9d20b35a6f7c1e8840d29b5a', '9D20B35A6F7C1E88'.repeat(4)];

/** Where every invented decision stands. */
export const standsIn = {
  sittingNumber: '000412',
  position: 47,
  digest,
  code: `RMM1:${digest.toUpperCase()}:${line}`,
};

export type Announced = {
  readonly dossier: Dossier;
  readonly template: 'decided' | 'put-off' | 'appeal-decided';
  /** As the messages call it. */
  readonly outcome: string;
};

/** One invented family for each thing that a commission can announce. */
export const everyAnnouncement: Readonly<Record<string, Announced>> = {
  'admitted, poor': { dossier: aDossier('validated', { decision: decided }), template: 'decided', outcome: 'accepted' },
  'admitted, vulnerable': {
    dossier: ofFamily(aFamily('vulnerable'), aDossier('validated', { decision: { ...decided, outcome: 'vulnerable' } })),
    ...{ template: 'decided', outcome: 'accepted' },
  },
  'refused, as scored': {
    dossier: ofFamily(aFamily('not eligible'), aDossier('validated', { decision: refused })),
    ...{ template: 'decided', outcome: 'refused' },
  },
  'refused, against the score': {
    dossier: aDossier('validated', { decision: { ...refused, isAgainstScore: true, reasonCode: 'resources-understated' } }),
    ...{ template: 'decided', outcome: 'refused' },
  },
  'adjourned, papers are missing': putOff('adjourned', 'papers-awaited'),
  'adjourned, a member was absent': putOff('adjourned', 'member-absent'),
  enquiry: putOff('enquiry', 'living-conditions-to-see'),
  'appeal, upheld': onAppeal({ outcome: 'upheld', findings: [{ criterion: 'patrimony', finding: 'confirmed' }] }),
  'appeal, reformed': onAppeal({
    ...{ outcome: 'reformed', category: 'poor', words: 'La terre est vendue depuis 2024.' },
    findings: [{ criterion: 'patrimony', finding: 'shown-by-paper', words: 'Acte de vente du 12 mars 2024.' }],
  }),
  'appeal, sent back': onAppeal({
    ...{ outcome: 'sent_back', words: 'La visite n’a pas été faite.', asks: 'Voir la maison.' },
    findings: [{ criterion: 'living-conditions', finding: 'not-looked-into' }],
  }),
};

function ofFamily(declaration: Declaration, dossier: Dossier): Dossier {
  const { members, commune: territory } = declaration;
  const names = members[0]?.names ?? dossier.names;
  return { ...dossier, members, territory, names, assessment: assess('ramed-2008', declaration) };
}

function putOff(outcome: 'adjourned' | 'enquiry', reasonCode: string): Announced {
  const state = outcome === 'enquiry' ? 'enquiry' : 'scored';
  const dossier = aDossier(state, { putOff: { outcome, reasonCode, on: acceptedAsPoor.on } });
  return { dossier: { ...aDossier('scored'), ...dossier }, template: 'put-off', outcome };
}

function onAppeal(given: Partial<NonNullable<Appeal['answer']>> & Pick<NonNullable<Appeal['answer']>, 'outcome'>): Announced {
  const heldOn = toIsoDate(addDays(filingDay, 60));
  const answer = { category: null, findings: [], words: '', asks: null, heldOn, sitting: '000077', ...given };
  const outcome = answer.outcome === 'adjourned' ? null : answer.outcome;
  const appeal: Appeal = {
    ...{ id: '', number: '202670000114', application: '', territory: '', state: outcome ?? 'admitted', since: '' },
    ...{ filedAt: '2026-10-20T09:00:00Z', channel: 'portal', lastDay: toIsoDate(addDays(filingDay, 39)), isLate: false },
    ...{ answerBy: toIsoDate(addDays(filingDay, 80)), criteria: ['patrimony'], words: '', phone: null, reason: null },
    ...{ outcome, decidedOn: heldOn, toldOn: null, answer },
  };
  return { dossier: aDossier('validated', { decision: refused, appeal }), template: 'appeal-decided', outcome: answer.outcome };
}

const [accepted, disputed] = sealedInAzilal.decisions;
if (!accepted || !disputed) throw new Error('the sitting in Azilal decided two files');

const others = [
  { ...accepted, position: 3, file: '202600000465', outcome: 'adjourned', reason: 'papers-awaited' },
  {
    ...{ ...accepted, position: 4, file: '202600000473', outcome: 'enquiry', reason: 'living-conditions-to-see' },
    enquiry: { question: 'La famille vit-elle ici ?', points: ['dwelling', 'land-and-livestock'], due_on: '2026-07-01' },
  },
  { ...accepted, position: 5, file: '202600000481', outcome: 'refused', proposal: 'not_eligible', batch: 2 },
] as const satisfies readonly Minutes['decisions'][number][];

/** Invented minutes of a local sitting, with every outcome, and of a hearing of the provincial commission. */
export const everyMinutes: Readonly<Record<'local' | 'hearing', Minutes>> = {
  local: { ...sealedInAzilal, decisions: [accepted, disputed, ...others] },
  hearing: {
    ...sealedInAzilal,
    ...{ kind: 'cpp', number: '000077', written_opinions: [] },
    decisions: [
      heard(accepted, 'reformed', {
        ...{ number: '202670000114', becomes: 'poor' },
        reasons: [{ criterion: 'patrimony', reason: 'shown-by-paper', words: 'Acte de 2024.' }],
      }),
      heard(disputed, 'upheld', {
        number: '202670000122',
        reasons: [{ criterion: 'income', reason: 'confirmed', words: null }],
      }),
    ],
  },
};

type Decision = Minutes['decisions'][number];

function heard(line: Decision, outcome: 'reformed' | 'upheld', given: Partial<NonNullable<Decision['appeal']>>): Decision {
  const appeal = { number: '', first: 'refused' as const, becomes: null, reasons: [], ...given };
  const remark = outcome === 'reformed' ? 'La terre est vendue.' : 'Rien de nouveau.';
  return {
    ...line,
    outcome,
    remark,
    reason: 'as-scored',
    against_score: false,
    batch: null,
    opinions: [],
    seconded_by: null,
    appeal,
  };
}
