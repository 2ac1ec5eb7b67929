import { newerRequest } from '#modules/entitlements';
import { toDate } from '#platform/dates';
import { expectDone } from '#platform/jobs';
import type { House } from '../../house.ts';
import type { FollowView } from '../pages/follow.view.ts';
import { familyActor } from './family-actor.ts';
import type { FoundFile } from './who-may-read-file.ts';

/** The request by which the family of this one asked for its rights again since, if it has. */
export async function readNewer({ desk }: House, { id }: FoundFile) {
  const asked = await desk.ask(newerRequest, { application: id }, { actor: familyActor(id) });
  return expectDone(asked, newerRequest.name).newer;
}

export async function readNewerLink(house: House, file: FoundFile): Promise<Pick<FollowView, 'newer'>> {
  const newer = await readNewer(house, file);
  if (!newer) return {};
  const { number, askedOn, begins } = newer;
  return { newer: { number, askedOn: toDate(askedOn), ...(begins === undefined ? {} : { begins: toDate(begins) }) } };
}
