import { familyOverTime } from '#modules/entitlements';
import { today } from '#platform/clock';
import { expectDone } from '#platform/jobs';
import { formatGrouped } from '#platform/numbers';
import { paths } from '../../place.ts';
import { isProvable } from '../../views/cover.ts';
import { evidence } from '../../views/papers.ts';
import { goTo } from '../answers.ts';
import { familyActor } from '../family-actor.ts';
import { readCases } from '../read-cover.ts';
import { provenFile } from '../who-may-read-file.ts';
import type { Asking, PaperDesk } from './desk.ts';
import { numberIn } from './find-file.ts';

/** The paper that proves a change which the family told of: sent until somebody has decided. Agents open it in the office. */
export async function deskOfChange(asking: Asking): Promise<PaperDesk | undefined> {
  const { portal, language, request, reply } = asking;
  const number = numberIn(asking);
  const own = provenFile(portal, request, number);
  const actor = own && familyActor(own.id);
  const family =
    actor && expectDone(await portal.house.desk.ask(familyOverTime, { application: own.id }, { actor }), 'family').family;
  const { event: id } = request.params as { event: string };
  const change = family?.events.find(({ event }) => event === id);
  if (!family || !change) {
    goTo(reply, `/${language}${own ? paths.family(number) : paths.request(number)}`);
    return undefined;
  }
  const { kind } = change.proof;
  return {
    owner: `event:${change.event}`,
    territory: change.reportedIn ?? family.territory,
    isDraft: false,
    title: { key: 'portal.upload.of-change' },
    path: paths.papersOfChange(number, change.event),
    back: paths.family(number),
    asked: [{ kind, copies: 1, name: { key: `entitlements.proof.${kind}` } }],
    may: change.state === 'reported' ? 'send' : 'see',
  };
}

/** What proves the family's answer to a double registration, for as long as it may answer or somebody has still to settle it. */
export async function deskOfCover(asking: Asking): Promise<PaperDesk | undefined> {
  const { portal, language, request, reply } = asking;
  const number = numberIn(asking);
  const own = provenFile(portal, request, number);
  const { case: id } = request.params as { case: string };
  const found = own && (await readCases(portal.house, own)).find((one) => one.id === id);
  if (!own || !found) {
    goTo(reply, `/${language}${own ? paths.cover(number) : paths.request(number)}`);
    return undefined;
  }
  return {
    owner: `cover:${found.id}`,
    territory: own.territory,
    isDraft: false,
    title: { key: 'portal.upload.of-cover', facts: { number: formatGrouped(number) } },
    path: paths.papersOfCover(number, found.id),
    back: paths.cover(number),
    asked: evidence,
    may: isProvable(found, today(portal.house.clock)) ? 'send' : 'see',
  };
}
