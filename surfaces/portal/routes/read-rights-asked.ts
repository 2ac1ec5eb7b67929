import { answerStates } from '#modules/entitlements';
import { agreementsNamed } from '#modules/exchange';
import { readersOfFile } from '#modules/staff';
import { casablancaDate, Temporal } from '#platform/dates';
import { describeError } from '#platform/errors';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import type { RightsAskedLine, RightsAskedView } from '../pages/rights-asked.tsx';
import { HOLDER_OF_PAPER } from './verify.ts';

/** The latest; older ones are asked of the agency. */
const SHOWN = 20;

const house = { actor: systemActor('portal') };

/**
 * Who asked about the rights of a file, for whoever has shown a right to it. The rest of the page is worth reading when this alone cannot be
 * had.
 */
export async function readRightsAsked(of: House, { id }: { readonly id: string }): Promise<RightsAskedView> {
  try {
    const { lines, next } = await readNoted(of, id);
    const partners = lines.flatMap(({ post }) => post ?? []);
    const named = expectDone(await of.desk.ask(agreementsNamed, { agreements: partners }, house), agreementsNamed.name);
    const agreements = new Map(named.agreements.map((one) => [one.id, one]));
    return { lines: lines.flatMap((line) => toLine(line, agreements.get(line.post ?? ''))), areAll: next === undefined };
  } catch (error) {
    of.log.error(describeError(error), 'who asked about rights could not be read');
    return 'unreadable';
  }
}

async function readNoted({ desk, rightOf }: House, application: string) {
  const asked = await desk.ask(readersOfFile, { application, question: rightOf.name, limit: SHOWN }, house);
  return expectDone(asked, readersOfFile.name);
}

type Noted = Awaited<ReturnType<typeof readNoted>>['lines'][number];
type Agreement = { readonly nameFr: string; readonly nameAr: string; readonly purposeFr: string; readonly purposeAr: string };

/** `told` is a state, then after a colon the fields that were given. */
function toLine({ at, told, who }: Noted, agreement: Agreement | undefined): RightsAskedLine[] {
  const [said, fields = ''] = (told ?? '').split(':');
  const state = answerStates.find((one) => one === said);
  if (state === undefined) return [];
  const line = { on: casablancaDate(Temporal.Instant.from(at)), state, fields: fields.split(',').filter(Boolean) };
  if (who.actor === HOLDER_OF_PAPER) return [{ ...line, body: 'verify-page' }];
  if (!agreement)
    return [{ ...line, body: who.role === undefined ? { latin: who.actor, arabic: who.actor } : { role: who.role } }];
  const { nameFr, nameAr, purposeFr, purposeAr } = agreement;
  return [{ ...line, body: { latin: nameFr, arabic: nameAr }, purpose: { latin: purposeFr, arabic: purposeAr } }];
}
