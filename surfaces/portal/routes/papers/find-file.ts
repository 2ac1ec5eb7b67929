import { normaliseTyped } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { findSession } from '../../../server/identity.ts';
import { paths } from '../../place.ts';
import type { Dossier } from '../../views/dossier.ts';
import { goTo } from '../answers.ts';
import { readDossier } from '../read-dossier.ts';
import { type FoundFile, fileOfAgent, provenFile } from '../who-may-read-file.ts';
import type { Asking } from './desk.ts';

type FoundRequest = { readonly dossier: Dossier; readonly file: FoundFile; readonly agent?: Actor };

/** The family's own file, or one of an agent's jurisdiction. Anyone else is led to where the right to it is shown. */
export async function findFile(asking: Asking): Promise<FoundRequest | undefined> {
  const { portal, language, request, reply } = asking;
  const number = numberIn(asking);
  const own = provenFile(portal, request, number);
  const agent = own ? undefined : await readerOfPapers(asking);
  const file = own ?? (agent && (await fileOfAgent(portal, request, number)));
  const dossier = file && (await readDossier(portal.house, file));
  if (file && dossier) return { dossier, file, ...(agent ? { agent } : {}) };
  goTo(reply, `/${language}${paths.request(number)}`);
  return undefined;
}

export async function readerOfPapers({ portal, request }: Asking): Promise<Actor | undefined> {
  const actor = (await findSession(portal.house, request))?.actor;
  return actor?.permissions.has('documents:read') ? actor : undefined;
}

export function numberIn({ request }: Asking): string {
  return normaliseTyped((request.params as { number: string }).number).slice(0, 40);
}
