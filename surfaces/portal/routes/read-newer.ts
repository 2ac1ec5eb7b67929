import { newerRequest, renewalOf, standingRight } from '#modules/entitlements';
import { today } from '#platform/clock';
import { toDate, toIsoDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import type { House } from '../../house.ts';
import type { FollowView } from '../pages/follow.view.ts';
import type { RightView } from '../pages/right-standing.tsx';
import type { Dossier } from '../views/dossier.ts';
import { askedAgain, toRightView } from '../views/right-standing.ts';
import { familyActor } from './family-actor.ts';
import type { Portal } from './portal.ts';
import type { FoundFile } from './who-may-read-file.ts';

/** How the request stands to the renewals of its family: the newer request, if there is one, and the right that runs until it is decided. */
export async function readRenewals({ desk }: House, { id }: Pick<FoundFile, 'id'>) {
  return expectDone(await desk.ask(newerRequest, { application: id }, { actor: familyActor(id) }), newerRequest.name);
}

/** How the right of a family stands; one that has asked again, and waits for the answer, is told on no page to ask. */
export async function readRightView({ house }: Portal, language: Language, { dossier, id }: Own): Promise<RightView | undefined> {
  const right = toRightView(language, dossier);
  if (!right?.mayAskAgain) return right;
  const { newer } = await readRenewals(house, { id });
  return newer?.isUnderWay ? askedAgain(right) : right;
}

type Own = { readonly dossier: Dossier; readonly id: string };

/** The same as the page of the request tells it; what ran out, and what closed for another reason, is told by the page itself. */
export async function readNewerLink(house: House, file: FoundFile, dossier: Dossier) {
  const { state, closedFor } = dossier;
  const { newer, running } = await readRenewals(house, file);
  const isRefused = state === 'closed' && closedFor === 'refused';
  const isAhead = running !== undefined && (isRefused || state !== 'closed') && running.endsOn >= toIsoDate(today(house.clock));
  const isTold = isAhead && (await isOpen(house, running.registration));
  const { number = '', askedOn = '', begins, isUnderWay = false } = newer ?? {};
  const renewableUntil = isUnderWay ? undefined : await readRenewable(house, file, dossier);
  const view: Pick<FollowView, 'newer' | 'running' | 'renewableUntil'> = {
    ...(renewableUntil ? { renewableUntil } : {}),
    ...(newer
      ? { newer: { number, askedOn: toDate(askedOn), isUnderWay, ...(begins === undefined ? {} : { begins: toDate(begins) }) } }
      : {}),
    ...(isTold ? { running: { registration: running.registration, endsOn: toDate(running.endsOn), isRefused } } : {}),
  };
  return view;
}

/** The last day of rights that run and may be asked for again by now. */
async function readRenewable({ desk, clock }: House, { id }: FoundFile, { state, registration }: Dossier) {
  const right = registration?.right?.state;
  if (state !== 'registered' || (right !== 'open' && right !== 'unpaid')) return undefined;
  const { renewal } = expectDone(await desk.ask(renewalOf, { application: id }, { actor: familyActor(id) }), renewalOf.name);
  const day = toIsoDate(today(clock));
  const isTime = renewal?.begins === undefined && renewal !== undefined && renewal.opensOn <= day && day <= renewal.endsOn;
  return isTime ? toDate(renewal.endsOn) : undefined;
}

const reader: Actor = { id: 'public', permissions: new Set(['entitlements:read'] as const), scopes: ['*'] };

/** Rights that have stopped meanwhile do not go on to their term. */
async function isOpen({ desk }: House, registration: string): Promise<boolean> {
  const asked = await desk.ask(standingRight, { registration }, { actor: reader });
  return expectDone(asked, standingRight.name).right?.state === 'open';
}
