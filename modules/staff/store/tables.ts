import { tablesOf } from '#platform/database';

export type StaffTables = {
  agent: {
    id: string;
    login: string;
    name_fr: string;
    name_ar: string;
    institution: string;
    password_hash: string;
    password_temporary: boolean;
    second_factor_secret: string | null;
    second_factor_pending: string | null;
    second_factor_step: number | null;
    failed_attempts: number;
    locked_until: string | null;
    active: boolean;
  };
  post: { id: string; agent_id: string; role: string; territory: string; held_from: string; held_to: string | null };
  absence: { id: string; agent_id: string; from_day: string; to_day: string; replaced_by: string | null; reason: string };
  delegation: { id: string; post_id: string; agent_id: string; from_day: string; to_day: string; reason: string };
  session: {
    token_digest: string;
    agent_id: string;
    post_id: string;
    opened_at: string;
    last_seen_at: string;
    expires_at: string;
    second_factor: boolean;
  };
};

export const tables = tablesOf<StaffTables>('staff');
