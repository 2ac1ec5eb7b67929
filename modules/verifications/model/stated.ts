import type { Beneficiary } from '#modules/registry';
import { digestOf } from '#platform/canonical-json';

/** Whom a partner is asked about, as the request states them: when it is another one later, the answer is about what was corrected. */
export function statedDigest(persons: readonly Beneficiary[]): string {
  return digestOf(
    [...persons]
      .sort((one, other) => one.ref - other.ref)
      .map(({ ref, cnie, names, sex, birthDate }) => ({ ref, cnie: cnie ?? '', sex, birthDate, ...spelled(names) })),
  );
}

function spelled({ fr, ar }: Beneficiary['names']) {
  return { fr: [fr?.family ?? '', fr?.given ?? ''], ar: [ar?.family ?? '', ar?.given ?? ''] };
}
