import { answerStates, requestsOfFamily } from '#modules/entitlements';
import { agreementsNamed } from '#modules/exchange';
import { readersOfFile } from '#modules/staff';
import { casablancaDate, Temporal } from '#platform/dates';
import { describeError } from '#platform/errors';
import { expectDone } from '#platform/jobs';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import type { RightsAskedLine, RightsAskedView } from '../pages/rights-asked.tsx';
import { familyActor } from './family-actor.ts';
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
    const { lines, areAll } = await readNoted(of, id);
    const partners = lines.flatMap(({ post }) => post ?? []);
    const named = expectDone(await of.desk.ask(agreementsNamed, { agreements: partners }, house), agreementsNamed.name);
    const agreements = new Map(named.agreements.map((one) => [one.id, one]));
    return { lines: lines.flatMap((line) => toLine(line, agreements.get(line.post ?? ''))), areAll };
  } catch (error) {
    of.log.error(describeError(error), 'who asked about rights could not be read');
    return 'unreadable';
  }
}

/** An answer was noted under the request that the family's rights rested on then: a renewal hides none that was given before it. */
async function readNoted({ desk, rightOf }: House, id: string) {
  const own = await desk.ask(requestsOfFamily, { application: id }, { actor: familyActor(id) });
  const { applications } = expectDone(own, requestsOfFamily.name);
  const ask = (application: string) => desk.ask(readersOfFile, { application, question: rightOf.name, limit: SHOWN }, house);
  const asked = await Promise.all(applications.map(ask));
  const noted = asked.map((one) => expectDone(one, readersOfFile.name));
  const lines = noted.flatMap((one) => one.lines).toSorted(latestFirst);
  return { lines: lines.slice(0, SHOWN), areAll: lines.length <= SHOWN && noted.every(({ next }) => next === undefined) };
}

type Noted = Awaited<ReturnType<typeof readNoted>>['lines'][number];

function latestFirst(one: { readonly at: string }, other: { readonly at: string }): number {
  return Temporal.Instant.compare(Temporal.Instant.from(other.at), Temporal.Instant.from(one.at));
}
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
