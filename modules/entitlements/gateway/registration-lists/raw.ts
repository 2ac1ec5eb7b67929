import type { FamilyFault, FamilyTexts, PersonTexts, RegistrationListFault } from '../../model/registration-list.ts';

/** One family of a list before its rules: its texts, or what made it unreadable. `line` is where it begins. */
export type RawFamily = {
  readonly line: number;
  readonly family: FamilyTexts;
  readonly persons: readonly PersonTexts[];
  readonly fault?: Pick<FamilyFault, 'place' | 'rule'> | undefined;
};

/** What a format gives, in this order: the header, then families by blocks as they arrive. A fault is the last item. */
export type RawItem =
  | { readonly kind: 'header'; readonly values: unknown }
  | { readonly kind: 'families'; readonly families: readonly RawFamily[] }
  | { readonly kind: 'fault'; readonly fault: RegistrationListFault };

export type RawReader = (source: AsyncIterable<Uint8Array>) => AsyncGenerator<RawItem, void>;
