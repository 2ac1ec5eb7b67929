import type { z } from 'zod';
import type { AgendaDocument, AgendaReason, ConvocationDocument, SignaturesDocument } from '#design/documents/index.ts';
import { asProposed, institutions, minutesCode, type sittingToPrint } from '#modules/commissions';
import { casablancaDateTime, daysBetween, Temporal, toDate } from '#platform/dates';
import { translator } from '#platform/i18n';
import { documentName } from '../../portal/views/names.ts';
import { commissionName } from './commission-name.ts';

type PrintedLanguage = AgendaDocument['language'];
export type SittingToPrint = NonNullable<z.output<typeof sittingToPrint.output>['sitting']>;

/** What a sitting's agenda prints; nothing before it is fixed. */
export function toAgenda(language: PrintedLanguage, sitting: SittingToPrint, showsProposal: boolean): AgendaDocument | undefined {
  if (sitting.files.length === 0) return undefined;
  const heldOn = toDate(sitting.heldOn);
  const say = translator(language);
  return {
    language,
    ...named(sitting),
    ...where(sitting),
    institutions: institutions.map((institution) => say(`commissions.institution.${institution}`)),
    showsProposal,
    files: sitting.files.map(({ position, number, names, why, stood, proposal, ...file }) => {
      const filedOn = toDate(file.filedOn);
      return {
        ...{ position, requestNumber: number, head: documentName(names), filedOn, days: daysBetween(filedOn, heldOn) },
        why: why as AgendaReason | undefined,
        ...(stood ? { stood: { state: say(`portal.state.${stood.state}`), days: stood.days } } : {}),
        proposal: asProposed(proposal) as 'poor' | 'vulnerable' | 'refused',
      };
    }),
  };
}

/** A page for each member whose mandate is in force on the day; nothing where nobody holds one. */
export function toConvocation(sitting: SittingToPrint): ConvocationDocument | undefined {
  if (sitting.members.length === 0) return undefined;
  const [fr, ar] = [translator('fr'), translator('ar')];
  return {
    ...named(sitting),
    ...where(sitting),
    files: sitting.files.length,
    members: sitting.members.map(({ name, institution, seat }) => ({
      name: { latin: name.fr, arabic: name.ar },
      institution: { latin: fr(`commissions.institution.${institution}`), arabic: ar(`commissions.institution.${institution}`) },
      seat,
    })),
  };
}

/** Of everyone who sat, who signed and how; nothing before the minutes are sealed. */
export function toSignatures(language: PrintedLanguage, sitting: SittingToPrint): SignaturesDocument | undefined {
  const { digest } = sitting;
  if (digest === undefined) return undefined;
  return {
    ...{ language, digest, code: minutesCode(digest) },
    ...named(sitting),
    members: sitting.members
      .filter(({ hasSat }) => hasSat)
      .map(({ name, institution, seat, signed }) => ({
        name: { latin: name.fr, arabic: name.ar },
        institution: translator(language)(`commissions.institution.${institution}`),
        seat,
        ...(signed ? { signed: { way: signed.way, ...momentOf(signed.at) } } : {}),
      })),
  };
}

function named(sitting: SittingToPrint) {
  const commission = commissionName({ ...sitting, commission: { fr: '', ar: '' } });
  return { sittingNumber: sitting.number, commission, heldOn: toDate(sitting.heldOn) };
}

function where({ startsAt = '', place }: SittingToPrint) {
  return { startsAt, place: { latin: place.fr, arabic: place.ar } };
}

function momentOf(instant: string) {
  const moment = casablancaDateTime(Temporal.Instant.from(instant));
  return { on: moment.toPlainDate(), at: moment.toPlainTime().toString({ smallestUnit: 'minute' }) };
}
