import type { SignatureCheck } from '#modules/cards';
import { askHere } from '../../../verifier/browser/ask.ts';
import { openShelf, type Shelf } from '../../../verifier/browser/shelf.ts';
import { readWorld } from '../../../verifier/browser/snapshot.ts';
import { trustedCheck } from '../../client/codes/use-codes.ts';
import type { OwnVerdict } from './read-shown.ts';

/** What the snapshot of rights says that the verifier's page has fetched on this computer; undefined where there is none, or where it cannot tell. */
export async function askPicture(text: string): Promise<OwnVerdict | undefined> {
  return verdictOf(text, { shelf: await openShelf(), check: trustedCheck, now: Date.now() });
}

type Kept = { readonly shelf: Shelf; readonly check: () => Promise<SignatureCheck | undefined>; readonly now: number };

export async function verdictOf(text: string, { shelf, check, now }: Kept): Promise<OwnVerdict | undefined> {
  const world = await readWorld(shelf, now);
  const day = world.sets.at(-1)?.manifest.day;
  if (day === undefined) return undefined;
  const { answer } = await askHere(text, '', { ...world, check: await check() });
  const days = {
    ...('since' in answer && answer.since !== undefined ? { since: answer.since } : {}),
    ...('until' in answer && answer.until !== undefined && answer.state !== 'unpaid' ? { until: answer.until } : {}),
  };
  switch (answer.state) {
    case 'unpaid-emergencies':
      return { state: 'unpaid', emergenciesUntil: 'until' in answer ? answer.until : undefined, picture: day };
    case 'open':
    case 'emergency-only':
    case 'unpaid':
    case 'suspended':
    case 'closed':
    case 'expired':
    case 'revoked':
    case 'unknown':
      return { state: answer.state, ...days, picture: day };
    default:
      return undefined;
  }
}
