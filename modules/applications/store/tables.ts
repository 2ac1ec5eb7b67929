import type { Declaration } from '#modules/eligibility';
import { tablesOf } from '#platform/database';
import type { Language } from '#platform/i18n';
import type { Change } from '../model/correction.ts';
import type { DepositNote } from '../model/deposit-day.ts';
import type { Answers } from '../model/form/answers.ts';
import type { State } from '../model/lifecycle.ts';

export type ApplicationsTables = {
  batch: {
    id: string;
    sender: string;
    reference: string;
    territory: string;
    file_digest: string;
    file_path: string;
    format: string;
    state: 'receiving' | 'received' | 'unreadable';
    next_ordinal: number;
    accepted: number;
    refused: number;
    repeated: number;
    fault: unknown;
    rehearsal: boolean;
    received_at: string;
    finished_at: string | null;
  };
  refused_record: {
    batch_id: string;
    territory: string;
    ordinal: number;
    line: number;
    reference: string | null;
    rule: string;
    refusals: unknown;
  };
  application: {
    id: string;
    number: string;
    kind: string;
    state: State;
    since: string;
    territory: string;
    sender: string;
    reference: string;
    batch_id: string | null;
    filed_on: string;
    head_cnie: string | null;
    adult_cards: string[];
    head_birth_date: string;
    head_names: Declaration['members'][number]['names'];
    declaration: Declaration;
    declaration_digest: string;
    proposal: string | null;
    outcome: string | null;
    closed_for: string | null;
  };
  passage: {
    id: number;
    application_id: string;
    territory: string;
    from_state: State | null;
    to_state: State;
    deed_name: string;
    at: string;
    actor: string;
    reason: string | null;
  };
  assessment: {
    id: string;
    application_id: string;
    territory: string;
    formula: string;
    formula_digest: string;
    input_digest: string;
    result: string;
    result_digest: string;
    assessed_at: string;
  };
  contact: {
    application_id: string;
    territory: string;
    language: Language;
    phone: string | null;
    email: string | null;
    address: string | null;
    wants_notices: boolean;
    changed_at: string;
  };
  draft: {
    id: string;
    territory: string;
    code_digest: string;
    language: Language;
    answers: Answers;
    answered: string[];
    last_step: string | null;
    opened_at: string;
    saved_at: string;
    application_id: string | null;
    number: string | null;
    commune: string | null;
  };
  draft_code: {
    code_digest: string;
    territory: string;
    draft_id: string | null;
    head_birth_date: string | null;
    tries: number;
    tried_at: string | null;
  };
  paper_request: {
    application_id: string;
    territory: string;
    asked_at: string;
    papers: string[];
    note: string | null;
  };
  counter_entry: {
    id: string;
    application_id: string;
    territory: string;
    origin: 'paper' | 'dossier';
    input_digest: string;
    declaration_digest: string;
    typed_at: string | null;
    stated_on: string | null;
    deposit: DepositNote;
    papers_seen: string[];
    received_at: string;
    received_by: string;
    post: string | null;
  };
  not_the_same: {
    one_id: string;
    other_id: string;
    territory: string;
    reason: string;
    noted_at: string;
    noted_by: string;
  };
  printing: {
    application_id: string;
    territory: string;
    paper: string;
    printed_at: string;
    printed_by: string;
    post: string | null;
  };
  reminder: {
    id: string;
    kind: 'application' | 'sitting' | 'enquiry' | 'appeal';
    subject_id: string;
    number: string;
    clock: string;
    since: string;
    territory: string;
    holder: string;
    said: 'warning' | 'escalation';
    told: string;
    days: number;
    told_at: string;
    over_at: string | null;
    answered_at: string | null;
    answered_by: string | null;
    doing: string | null;
  };
  version: {
    application_id: string;
    version: number;
    territory: string;
    declaration: Declaration;
    declaration_digest: string;
    made_at: string;
    made_by: string;
    post: string | null;
    reason: string | null;
    changes: readonly Change[];
  };
};

export type ApplicationRow = ApplicationsTables['application'];
export type ReminderRow = ApplicationsTables['reminder'];
export type PassageRow = ApplicationsTables['passage'];
export type DraftRow = ApplicationsTables['draft'];
export type DraftCodeRow = ApplicationsTables['draft_code'];
export type BatchRow = ApplicationsTables['batch'];

export const tables = tablesOf<ApplicationsTables>('applications');
