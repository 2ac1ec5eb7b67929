import type { Declaration } from '#modules/eligibility';
import { tablesOf } from '#platform/database';
import type { Language } from '#platform/i18n';
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
    phone_proven_at: string | null;
    changed_at: string;
  };
};

export type ApplicationRow = ApplicationsTables['application'];
export type PassageRow = ApplicationsTables['passage'];
export type BatchRow = ApplicationsTables['batch'];

export const tables = tablesOf<ApplicationsTables>('applications');
