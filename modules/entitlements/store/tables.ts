import type { EntitledBy } from '#modules/registry';
import { tablesOf } from '#platform/database';
import type { Beginning, Ending } from '../model/beneficiary.ts';
import type { Category, RightState } from '../model/right.ts';

export type EntitlementsTables = {
  registration: {
    number: string;
    request_id: string;
    household_id: string;
    category: Category;
    registered_on: string;
    territory: string;
  };
  beneficiary: {
    id: string;
    registration_number: string;
    person_id: string;
    ref: number;
    entitled_by: EntitledBy;
    from_day: string;
    to_day: string | null;
    begun_by: Beginning;
    ends_by: Ending | null;
    known_from: string;
    known_to: string | null;
    noted: 'foreseen' | 'ended' | null;
    territory: string;
  };
  right_period: {
    id: string;
    registration_number: string;
    state: RightState;
    from_day: string;
    to_day: string;
    reason: string;
    known_from: string;
    known_to: string | null;
    /** Of a suspended right: what it is again when the suspension ends. */
    beneath?: 'pending_payment' | 'open' | null | undefined;
    territory: string;
  };
};
export type RegistrationRow = EntitlementsTables['registration'];
export type RightRow = EntitlementsTables['right_period'];
export type BeneficiaryRow = EntitlementsTables['beneficiary'];

export const tables = tablesOf<EntitlementsTables>('entitlements');
