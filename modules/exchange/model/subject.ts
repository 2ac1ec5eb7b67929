import type { Temporal } from 'temporal-polyfill';

export type Sex = 'F' | 'M';
export type PersonName = { readonly family: string; readonly given: string };
export type Names = { readonly fr?: PersonName | undefined; readonly ar?: PersonName | undefined };

/** A person asked about. `ref` is ours, distinct within the envelope, and best the check's own id: partners hand it back. */
export type AskedSubject = {
  readonly ref: string;
  readonly cnie?: string | undefined;
  readonly names: Names;
  readonly birthDate: Temporal.PlainDate;
  readonly sex: Sex;
};

/** What the identity register holds, in our terms. */
export type IdentityAnswer =
  | { readonly ref: string; readonly found: false }
  | {
      readonly ref: string;
      readonly found: true;
      readonly names: Names;
      readonly birthDate: Temporal.PlainDate;
      readonly sex: Sex;
      readonly vitalStatus: 'alive' | 'deceased';
      readonly diedOn?: Temporal.PlainDate;
    };

/** The cover a body holds; no period means that it was asked and holds none. */
export type CoverAnswer = { readonly ref: string; readonly periods: readonly CoverPeriod[] };

/** From a day to a day, both included; without `to`, still open. */
export type CoverPeriod = {
  readonly scheme: CoverScheme;
  readonly from: Temporal.PlainDate;
  readonly to?: Temporal.PlainDate;
  readonly role: 'insured' | 'dependant';
};

export const coverSchemes = ['cnss', 'cnops', 'students', 'art114'] as const;
export type CoverScheme = (typeof coverSchemes)[number];
