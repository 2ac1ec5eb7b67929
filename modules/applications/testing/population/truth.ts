import type { IntakeRule } from '../../model/intake-rules.ts';

/**
 * One fact planted in the population, written beside it so that what the chain finds can be held against what is there.
 * `reference` is the request's; `member` the `ref` of the person it is about, absent when it is about the whole request.
 */
export type Truth = { readonly reference: string; readonly member?: number } & (
  | {
      readonly kind: 'double-cover';
      readonly register: string;
      readonly effect: string;
      readonly declared: boolean;
      readonly expected: Expected;
    }
  | { readonly kind: 'identity-mismatch'; readonly effect: string; readonly expected: Expected }
  | { readonly kind: 'duplicate'; readonly of: string; readonly disguises: readonly Disguise[]; readonly expected: Expected }
  | {
      readonly kind: 'false-declaration';
      readonly path: string;
      readonly stated: Stated;
      readonly really: Stated;
      readonly expected: Expected;
    }
  | { readonly kind: 'unfit-for-intake'; readonly rule: IntakeRule; readonly path: string; readonly expected: Expected }
);

export type TruthKind = Truth['kind'];
export type Disguise = 'names-respelled' | 'day-and-month-swapped' | 'other-commune' | 'card-numbers-left-out';
export type Stated = string | number | boolean | null;

/** What a chain that misses nothing does about it, and where. */
export type Expected =
  | 'refused-at-intake'
  | 'cover-found-at-the-checks'
  | 'held-before-registration'
  | 'difference-found-at-the-checks'
  | 'no-obstacle'
  | 'seen-as-a-likely-duplicate'
  | 'seen-by-an-enquiry-only';
