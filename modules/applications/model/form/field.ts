import type { PlainDate } from '#platform/dates';
import type { Answers, Person } from './answers.ts';

/** What decides which questions are asked: the answers so far, the person the page is about, and the day. */
export type Situation = {
  readonly answers: Answers;
  /** 1 is the head, as in the declaration; pages about the dwelling have none. */
  readonly ref?: number;
  readonly today: PlainDate;
};

/** How an answer is typed, and what it becomes. */
export type FieldKind =
  | { readonly kind: 'text'; readonly script: 'fr' | 'ar' }
  | { readonly kind: 'date' | 'cnie' | 'flag' | 'phone' | 'email' | 'address' | 'province' | 'commune' | 'covers' }
  | { readonly kind: 'choice'; readonly set: string; readonly options: readonly string[] }
  /** Several yes-or-no answers on one page: what is ticked is yes, what is not is no. */
  | { readonly kind: 'ticks'; readonly options: readonly string[] }
  | {
      readonly kind: 'whole' | 'decimal' | 'dirhams';
      readonly least: number;
      readonly most: number;
      /** What an empty field says, where the page tells so. */
      readonly whenBlank?: number;
    };

/**
 * One question. `key` is its place in the declaration, seen from the person or from the household, and the name of its words:
 * `applications.form.field.<key>`.
 */
export type Field = FieldKind & {
  readonly key: string;
  readonly isOptional?: boolean;
  readonly hasHint?: boolean;
  readonly isShown?: (situation: Situation, person: Person) => boolean;
};

export type FieldFault =
  | 'missing'
  | 'no-date'
  | 'date-ahead'
  | 'date-too-old'
  | 'no-number'
  | 'no-whole-number'
  | 'number-range'
  | 'no-card'
  | FieldSlip;
type FieldSlip =
  | 'no-phone'
  | 'no-email'
  | 'not-arabic'
  | 'not-latin'
  | 'too-long'
  | 'one-script'
  | 'half-a-name'
  | 'no-cover-chosen';
