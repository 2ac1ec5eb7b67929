import { digestOf } from '#platform/canonical-json';
import { minutesCode } from '../../model/minutes-code.ts';
import { digestOfMinutes } from '../../model/minutes-proof.ts';
import { type Proof, prove } from '../../model/proof.ts';
import { lawOf } from '../write-minutes.ts';
import { lawOfHearing } from '../write-minutes-of-hearing.ts';
import type { LinesOfJournal } from './journal-of-decision.ts';
import { fullMinutes, lineDigests, type ReplayedSitting } from './replayed-sitting.ts';

/** The rules of the day: as the minutes say them, and as the law gives them for that day now. */
export function proveLaw(sat: ReplayedSitting): Proof {
  return prove('law', fullMinutes(sat)?.law, sat.commission.kind === 'cpp' ? lawOfHearing(sat.read) : lawOf(sat.read), sat.note);
}

/** Who had a mandate that day, for which institution, in which seat. */
export function proveMandates(sat: ReplayedSitting): Proof {
  const seats = (minutes: ReplayedSitting['kept']) =>
    minutes?.members.map(({ member, institution, seat, name }) => ({ member, institution, seat, name }));
  return prove('mandates', seats(fullMinutes(sat)), seats(sat.rebuilt?.minutes), noteOf(sat));
}

/** Who came and left when. */
export function provePresence(sat: ReplayedSitting): Proof {
  const stays = (minutes: ReplayedSitting['kept']) =>
    minutes &&
    Object.fromEntries(
      minutes.members.filter(({ presence }) => presence.length > 0).map(({ member, presence }) => [member, presence]),
    );
  return prove('presence', stays(fullMinutes(sat)), stays(sat.rebuilt?.minutes), noteOf(sat));
}

/** The minutes written again out of the books come to the very bytes that were sealed. */
export function proveMinutes(sat: ReplayedSitting): Proof {
  const { text, kept, rebuilt, note } = sat;
  if (note === 'first-form') return prove('minutes', digestOfMinutes(text), undefined, note);
  const { apart } = kept && rebuilt ? prove('minutes', JSON.parse(text), rebuilt.minutes) : { apart: [] };
  return { ...prove('minutes', digestOfMinutes(text), rebuilt?.digest ?? 'none', noteOf(sat)), apart };
}

/** The text still has the digest it was sealed with. */
export function proveSeal({ sealedDigest, text }: ReplayedSitting): Proof {
  return prove('seal', sealedDigest, digestOfMinutes(text));
}

/** Whoever signed, signed these very minutes, and the journal says so of each: with the code, or on a paper whose scan is kept. */
export function proveSignatures({ sealedDigest, signed, sitting }: ReplayedSitting, journal: LinesOfJournal): Proof {
  const { signatures, papers } = signed;
  const linesOf = (deed: string) =>
    journal
      .filter(({ action, subject }) => action === `commissions.${deed}` && subject === `sitting:${sitting.id}`)
      .map(({ after_digest }) => after_digest)
      .sort();
  const onPaper = papers.map(({ page_id, checksum: paper }) => {
    const members = signatures.filter(({ paper_id }) => paper_id === page_id).map(({ member_id }) => member_id);
    return digestOf({ minutes: sealedDigest, paper, members: members.sort() });
  });
  const texts = [...signatures, ...papers].map((one) => one.minutes_digest);
  const kept = { texts, byCode: linesOf('sign-minutes'), onPaper: linesOf('note-signed-paper') };
  const byCode = signatures.filter(({ way }) => way === 'second-factor').map(() => sealedDigest);
  const remade = { texts: texts.map(() => sealedDigest), byCode, onPaper: onPaper.sort() };
  return prove('signatures', kept, remade, texts.length + kept.byCode.length === 0 ? 'never-signed' : undefined);
}

/** The code on the letter of a decision: which minutes, and which line of them. */
export function proveLetter(sat: ReplayedSitting, file: string): Proof {
  const { kept, remade } = lineDigests(sat, file);
  const code = kept && minutesCode(sat.sealedDigest, kept);
  if (sat.note === 'first-form') return prove('letter', code, undefined, sat.note);
  return prove('letter', code, remade && sat.rebuilt && minutesCode(sat.rebuilt.digest, remade), noteOf(sat));
}

function noteOf({ note, rebuilt }: ReplayedSitting): Proof['note'] {
  return note ?? (rebuilt === undefined ? 'not-rebuilt' : undefined);
}
