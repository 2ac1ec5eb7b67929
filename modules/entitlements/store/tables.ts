import type { EntitledBy } from '#modules/registry';
import { tablesOf } from '#platform/database';
import type { Beginning, Ending } from '../model/beneficiary.ts';
import type { LifeEventKind, LifeEventState } from '../model/life-event.ts';
import type { Category, RightState } from '../model/right.ts';
import type { StatedChange } from '../model/stated-change.ts';

export type EntitlementsTables = {
  registration: {
    number: string;
    request_id: string;
    household_id: string;
    category: Category;
    registered_on: string;
    territory: string;
    /** Years of rights before those that began on `registered_on`. */
    years_before: number;
  };
  renewal: {
    request_id: string;
    registration_number: string;
    previous_request: string;
    asked_on: string;
    registered_on: string | null;
    category: Category | null;
    household_id: string | null;
    from_day: string | null;
    begun_on: string | null;
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
    event_id?: string | null | undefined;
    /** The cover case that wrote it. */
    case_id?: string | null | undefined;
    territory: string;
  };
  life_event: {
    id: string;
    registration_number: string;
    kind: LifeEventKind;
    person_id: string | null;
    happened_on: string;
    stated: StatedChange;
    proof_kind: string;
    proof_number: string;
    reported_by: 'family' | 'counter' | 'register' | 'agency';
    reporter: string;
    reported_at: string;
    state: LifeEventState;
    settled_at: string | null;
    settled_by: string | null;
    reason: string | null;
    territory: string;
    /** Of a member who left for another family: the event by which it came into that one. */
    with_event: string | null;
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
export type LifeEventRow = EntitlementsTables['life_event'];
export type RegistrationRow = EntitlementsTables['registration'];
export type RenewalRow = EntitlementsTables['renewal'];
export type RightRow = EntitlementsTables['right_period'];
export type BeneficiaryRow = EntitlementsTables['beneficiary'];

export const tables = tablesOf<EntitlementsTables>('entitlements');
