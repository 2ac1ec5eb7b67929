import type { Minutes } from '../../model/minutes.ts';
import { type Proof, prove } from '../../model/proof.ts';
import type { LinesOfJournal } from './journal-of-decision.ts';
import type { ReplayedSitting } from './replayed-sitting.ts';

/** Sets sealed minutes again: the digest of the bytes, and that of the template and texts they are set with. Given by the surface that prints. */
export type ReprintMinutes = (
  sealed: { readonly minutes: Minutes; readonly digest: string },
  language: 'ar' | 'fr',
) => Promise<{ readonly bytes: string; readonly form: string }>;

/**
 * Each print of the minutes that was noted, the journal too, comes to the same bytes when it is set again. With another template or other texts it need not:
 * that cannot be known.
 */
export async function provePrinting(sat: ReplayedSitting, journal: LinesOfJournal, reprint: ReprintMinutes): Promise<Proof> {
  const { printings, sitting, kept: minutes, sealedDigest: digest } = sat;
  const noted = journal
    .filter(({ action, subject }) => action === 'commissions.note-printing' && subject === `sitting:${sitting.id}`)
    .flatMap(({ reason, after_digest }) => {
      const [, language] = /^printed minutes (ar|fr)$/.exec(reason ?? '') ?? [];
      return language === undefined ? [] : [`${language} ${after_digest}`];
    });
  const kept = { printed: printings.map((one) => `${one.language} ${one.bytes_digest}`), journal: sorted(noted) };
  if (printings.length === 0) return prove('printing', kept, { printed: [], journal: [] }, 'never-printed');
  if (!minutes) return prove('printing', kept, undefined, 'minutes-unreadable');
  const again = new Map<string, { readonly bytes: string; readonly form: string }>();
  for (const language of new Set(printings.map((one) => one.language)))
    again.set(language, await reprint({ minutes, digest }, language));
  const remade = {
    printed: printings.map((one) => `${one.language} ${again.get(one.language)?.bytes}`),
    journal: sorted(kept.printed),
  };
  const proof = prove('printing', kept, remade);
  const isOfOtherForm = printings.every(
    ({ language, bytes_digest, form_digest }) =>
      bytes_digest === again.get(language)?.bytes || form_digest !== again.get(language)?.form,
  );
  const isNoted = remade.journal.join() === kept.journal.join();
  return proof.verdict === 'different' && isOfOtherForm && isNoted
    ? { ...proof, verdict: 'unknown', note: 'another-form' }
    : proof;
}

function sorted(lines: readonly string[]): string[] {
  return [...lines].sort();
}
