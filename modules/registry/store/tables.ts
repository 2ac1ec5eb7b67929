export type RegistryTables = {
  person: {
    id: string;
    cnie: string | null;
    family_fr: string | null;
    given_fr: string | null;
    family_ar: string | null;
    given_ar: string | null;
    sex: 'F' | 'M';
    birth_date: string;
    territory: string;
    known_since: string;
  };
  household: { id: string; request_id: string; territory: string; stated_on: string; superseded_at: string | null };
  household_member: {
    household_id: string;
    ref: number;
    person_id: string;
    relation: string;
    beneficiary_by: string | null;
    cnie: string | null;
    family_fr: string | null;
    given_fr: string | null;
    family_ar: string | null;
    given_ar: string | null;
    sex: 'F' | 'M';
    birth_date: string;
    territory: string;
  };
};
