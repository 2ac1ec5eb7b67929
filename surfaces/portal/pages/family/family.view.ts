import type { TypedDate } from '#design/components/date-field.tsx';
import type { LifeEventKind } from '#modules/entitlements';
import type { PlainDate } from '#platform/dates';
import type { RightView } from '../right-standing.tsx';

type Script = { readonly given: string; readonly family: string };
export type Names = { readonly fr?: Script | undefined; readonly ar?: Script | undefined };

export type FamilyError =
  | 'given-missing'
  | 'family-missing'
  | 'sex-missing'
  | 'born-wrong'
  | 'person-missing'
  | 'correction-missing'
  | 'commune-missing'
  | 'on-wrong'
  | 'proof-missing'
  | 'not-done';

/** Why the report was refused: `place` says what of it. */
export type FamilyRefusal = {
  readonly refused: string;
  readonly place?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
};

/** What was typed of a change, as typed. */
export type TypedChange = {
  readonly person: string;
  readonly given: string;
  readonly family: string;
  /** Nobody's as long as it was not chosen: a choice made beforehand is wrong for one child in two. */
  readonly sex: 'F' | 'M' | '';
  readonly card: string;
  readonly commune: string;
  readonly proof: string;
  readonly on: TypedDate;
  readonly born: TypedDate;
  /** Of a member, names as they should be; what is right stays empty, as the sex, the card and the birth date do. */
  readonly right: Readonly<Record<NameField, string>>;
};

/** The names of a correction: the same as the fields of its form. */
export const nameFields = ['given-fr', 'family-fr', 'given-ar', 'family-ar'] as const;
export type NameField = (typeof nameFields)[number];

/** Who of a family has rights and until when, what was told of it and where that stands; with `kind`, the form that tells a change. */
export type FamilyView = {
  readonly number: string;
  /** How the rights of the family stand: nobody in it has more. */
  readonly right?: RightView;
  /** Sent along, so that the same form sent twice is one report. */
  readonly token: string;
  readonly members: readonly {
    readonly person: string;
    readonly names: Names;
    readonly isIn: boolean;
    readonly until?: PlainDate;
    readonly endsBy?: string;
  }[];
  readonly events: readonly {
    readonly event: string;
    readonly kind: LifeEventKind;
    readonly on: PlainDate;
    readonly reportedOn: PlainDate;
    readonly names?: Names;
    /** Of a correction what the family said is right; never what is written of it, which whoever reads this page need not know. */
    readonly told?: readonly { readonly field: string; readonly word: string | PlainDate }[];
    readonly state: 'reported' | 'accepted' | 'refused' | 'withdrawn' | 'undone';
    readonly reason?: string;
  }[];
  readonly isSent?: boolean;
  readonly kind?: LifeEventKind;
  readonly about?: 'newcomer' | 'member' | 'family';
  readonly proofKind?: string;
  readonly communes?: readonly { readonly value: string; readonly label: string }[];
  readonly typed?: TypedChange;
  readonly errors?: readonly FamilyError[];
  readonly refusal?: FamilyRefusal;
};
