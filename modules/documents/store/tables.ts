import { tablesOf } from '#platform/database';

export type DocumentsTables = {
  page: {
    id: string;
    owner: string;
    kind: string;
    territory: string;
    checksum: string;
    media_type: string;
    bytes: number;
    sheets: number;
    scan: 'to-be-scanned' | 'clean' | 'infected';
    kept_at: string;
    scanned_at: string | null;
    handed_over_at: string | null;
    added_by: string | null;
    taken_back_at: string | null;
    taken_back_by: string | null;
    taken_back_reason: string | null;
    taken_back_note: string | null;
  };
  promised_paper: { owner: string; kind: string; territory: string; promised_at: string };
};

export type PageRow = DocumentsTables['page'];
export type PromiseRow = DocumentsTables['promised_paper'];

export const tables = tablesOf<DocumentsTables>('documents');
