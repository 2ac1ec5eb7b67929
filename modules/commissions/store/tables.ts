import { tablesOf } from '#platform/database';
import type { AppealCriterion, AppealState } from '../model/appeal.ts';
import type { Outcome, Proposal, ReasonCode } from '../model/decision.ts';
import type { Institution } from '../model/quorum.ts';
import type { SittingState } from '../model/sitting.ts';

export type CommissionsTables = {
  commission: { id: string; kind: 'cpl' | 'cpp'; territory: string };
  sitting: {
    id: string;
    commission_id: string;
    number: string;
    territory: string;
    held_on: string;
    state: SittingState;
    convened_at: string;
    opened_at: string | null;
    sealed_at: string | null;
    validated_at: string | null;
    minutes_digest: string | null;
    minutes: string | null;
    rehearsal: boolean;
  };
  attendance: { sitting_id: string; institution: Institution; member: string; territory: string };
  agenda_item: { sitting_id: string; application_id: string; position: number; proposal: Proposal; territory: string };
  decision: {
    sitting_id: string;
    application_id: string;
    territory: string;
    outcome: Outcome;
    reason_code: ReasonCode;
    remark: string | null;
    against_score: boolean;
    decided_at: string;
    actor: string;
  };
  appeal: {
    id: string;
    number: string;
    territory: string;
    application_id: string;
    sitting_id: string;
    criteria: AppealCriterion[];
    words: string;
    phone: string | null;
    language: 'ar' | 'zgh' | 'fr' | 'en';
    state: AppealState;
    since: string;
    filed_at: string;
    last_day: string;
    is_late: boolean;
    answer_by: string;
    reason: string | null;
    actor: string | null;
  };
};

export type SittingRow = CommissionsTables['sitting'];
export type AgendaRow = CommissionsTables['agenda_item'];
export type DecisionRow = CommissionsTables['decision'];

export type AppealRow = CommissionsTables['appeal'];

export const tables = tablesOf<CommissionsTables>('commissions');
