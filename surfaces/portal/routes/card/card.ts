import type { FastifyReply, FastifyRequest } from 'fastify';
import { cardsOfRegistrations, declareLoss, whereIsCard } from '#modules/cards';
import { registrationsOfRequests } from '#modules/entitlements';
import { digestOf } from '#platform/canonical-json';
import { today } from '#platform/clock';
import { isId, newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { Actor, Permission } from '#platform/permissions';
import { type CardError, type CardView, losses, renderCard } from '../../pages/card/card.tsx';
import { renderNoCard } from '../../pages/card/no-card.tsx';
import { paths, placeOf } from '../../place.ts';
import { type FoundCard, toCardView } from '../../views/card.ts';
import { cardToTell } from '../../views/card-standing.ts';
import type { Dossier } from '../../views/dossier.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import { withDossier } from '../follow.ts';
import type { Portal, RoutesInLanguage } from '../portal.ts';
import { readRightView } from '../read-newer.ts';
import type { Asking, FoundFile, OfFile } from '../who-may-read-file.ts';

/** Where a family's card is, and what it can do when it is lost, stolen or did not come. */
export const cardRoutes: RoutesInLanguage = (app, portal, language) => {
  app.get<OfFile>('/follow/:number/card', (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier, file) =>
      show({ portal, language, request, reply }, { dossier, file }),
    ),
  );
  app.post<OfFile>('/follow/:number/card', { bodyLimit: 16_384 }, (request, reply) =>
    withDossier({ portal, language, request, reply }, (dossier, file) =>
      receive({ portal, language, request, reply }, { dossier, file }),
    ),
  );
};

type Of = { readonly dossier: Dossier; readonly file: FoundFile };
type Filling = Pick<CardView, 'token' | 'typed' | 'errors'>;

async function show({ portal, language, request, reply }: Asking, of: Of, filling: Filling = { token: newId() }, status = 200) {
  const { number } = of.dossier;
  const card = await findCard(portal, of.file);
  const place = placeOf(language, paths.card(number));
  const right = await readRightView(portal, language, { dossier: of.dossier, id: of.file.id });
  if (!card) return sendPage(reply, renderNoCard(place, { number, ...(right ? { right } : {}) }), { status, personal: true });
  const view = toCardView(language, card, { number, today: today(portal.house.clock), token: filling.token, right });
  const isOwn = portal.proofs.find(request)?.number === number;
  const household = isOwn && view.way === 'lose' && right?.state === 'open' ? await householdOf(portal, card) : undefined;
  const more = household === undefined ? {} : { household };
  return sendPage(reply, renderCard(place, { ...view, ...more, ...filling }), { status, personal: true });
}

/** Signed anew each time, for whoever has shown the family's own right and has its card: it is worth what the card is. */
async function householdOf({ house }: Portal, { serial }: FoundCard): Promise<string | undefined> {
  const query = named(house.queries, 'cards.household-code');
  const { code } = expectDone(await house.desk.ask(query, { serial }, { actor: reader }), query.name) as {
    code?: { household: string };
  };
  return code?.household;
}

/** The card that the family of a file is told of; read like the file itself, so nobody is noted. */
async function findCard({ house }: Portal, { id }: FoundFile): Promise<FoundCard | undefined> {
  const ask = { actor: reader };
  const { registrations } = expectDone(
    await house.desk.ask(registrationsOfRequests, { applications: [id] }, ask),
    'registrations',
  );
  const numbers = registrations.map(({ number }) => number);
  const { cards } = expectDone(await house.desk.ask(cardsOfRegistrations, { registrations: numbers }, ask), 'cards');
  const newest = cardToTell(cards, today(house.clock).toString());
  if (!newest) return undefined;
  return expectDone(await house.desk.ask(whereIsCard, { serial: newest.serial }, ask), 'where-is-card').card;
}

/** Asks only about the family of a file that was found, wherever it lives by now. */
const reader: Actor = {
  id: 'public',
  permissions: new Set<Permission>(['entitlements:read', 'cards:read', 'cards:locate']),
  scopes: ['*'],
};

/** The same form sent twice is one declaration, and one card. */
async function receive(asking: Asking, of: Of): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const { dossier } = of;
  if (isFromElsewhere(request)) return show(asking, of, { token: newId() }, 403);
  const { token, typed, isLoss } = readForm(request);
  const refuse = (errors: readonly CardError[], status: number) => show(asking, of, { token, typed, errors }, status);
  if (await portal.hasTriedTooOften.complain(request)) return refuse(['too-many-attempts'], 429);
  const proof = portal.proofs.find(request);
  // Only who has shown the family's own right: an agent's session reads this page, and declares at its desk.
  if (proof?.number !== dossier.number) return show(asking, of, { token, typed }, 403);
  const card = await findCard(portal, of.file);
  if (!card) return show(asking, of, { token });
  const errors = isLoss ? errorsIn(typed) : [];
  if (errors.length > 0) return refuse(errors, 422);
  const fault = await doDeeds(portal, { card, file: of.file, typed, isLoss, token });
  return fault ? refuse([fault], 422) : goTo(reply, `/${language}${paths.card(dossier.number)}`);
}

type Typed = NonNullable<CardView['typed']>;
type Deeds = {
  readonly card: FoundCard;
  readonly file: FoundFile;
  readonly typed: Typed;
  readonly isLoss: boolean;
  readonly token: string;
};

/** Declares the loss, then has another card made. Whichever of the two was done already is left as it is. */
async function doDeeds({ house }: Portal, { card, file, typed, isLoss, token }: Deeds): Promise<CardError | undefined> {
  const permissions = new Set<Permission>(['cards:hand-over']);
  const actor: Actor = { id: `citizen:${file.id}`, permissions, scopes: ['*'] };
  const { serial } = card;
  if (isLoss && card.holder === 'citizen') {
    const becomes = losses.find((loss) => loss === typed.becomes) ?? 'lost';
    const report = typed.report === '' ? {} : { report: typed.report };
    const input = { serial, becomes, declaredBy: typed.name, ...report };
    const declared = await house.desk.do(declareLoss, input, { actor, key: `portal:card-loss:${digestOf({ token, input })}` });
    if (!declared.ok) return 'not-done';
  }
  const ordered = await house.desk.do(
    named(house.actions, 'cards.order-duplicate'),
    { serial },
    { actor, key: `portal:duplicate:${serial}` },
  );
  // No card is made for a right that is not open: the page says how the right stands, and the loss is declared all the same.
  const isAsItStands = ordered.ok || ['card-still-live', 'right-not-open'].includes(ordered.refusal.refused);
  return isAsItStands ? undefined : 'not-done';
}

/** What signs with the house's own key is the house's to give. */
function named<T extends { readonly name: string }>(all: readonly T[], name: string): T {
  const found = all.find((one) => one.name === name);
  if (!found) throw new Error(`the house has no ${name}`);
  return found;
}

function errorsIn({ becomes, name, report }: Typed): CardError[] {
  const errors: (CardError | undefined)[] = [
    losses.some((loss) => loss === becomes) ? undefined : 'kind-missing',
    name === '' ? 'name-missing' : undefined,
    becomes === 'stolen' && report === '' ? 'report-missing' : undefined,
  ];
  return errors.filter((error) => error !== undefined);
}

function readForm({ body }: FastifyRequest) {
  const token = fieldOf(body, 'token');
  const text = (name: string, most: number) => fieldOf(body, name).trim().slice(0, most);
  return {
    token: isId(token) ? token : newId(),
    isLoss: fieldOf(body, 'deed') !== 'ask',
    typed: { becomes: text('becomes', 20), name: text('name', 120), report: text('report', 60) },
  };
}
