import { tablesOf } from '#platform/database';
import type { ComplaintState } from '../model/lifecycle.ts';
import type { Subject } from '../model/subjects.ts';

export type ComplaintRow = {
  id: string;
  number: string;
  territory: string;
  application_id: string | null;
  application_number: string | null;
  subject: Subject;
  channel: 'portal';
  language: 'ar' | 'zgh' | 'fr' | 'en';
  words: string;
  phone: string | null;
  code_seal: string;
  state: ComplaintState;
  since: string;
  received_at: string;
  answer_by: string;
  answer: string | null;
  answered_by: string | null;
};

export type OpinionRow = {
  id: string;
  page: string;
  language: 'ar' | 'zgh' | 'fr' | 'en';
  given_on: string;
  is_helpful: boolean;
  words: string;
};

export const tables = tablesOf<{ complaint: ComplaintRow; page_opinion: OpinionRow }>('complaints');
