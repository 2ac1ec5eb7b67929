import type { FastifyReply, FastifyRequest } from 'fastify';
import { askForPapers, complete, neededKinds, openChecking, passagesFrom } from '#modules/applications';
import { today } from '#platform/clock';
import { toIsoDate } from '#platform/dates';
import { newId } from '#platform/ids';
import { normaliseTyped } from '#platform/numbers';
import type { Actor } from '#platform/permissions';
import { findSession } from '../../server/identity.ts';
import { type AskPapersView, LONGEST_NOTE, renderAskPapers } from '../pages/counter/ask-papers.tsx';
import { counterDeeds, type DeedsView } from '../pages/counter/deeds.tsx';
import { renderFollow } from '../pages/follow.tsx';
import { paths, placeOf } from '../place.ts';
import type { Dossier } from '../views/dossier.ts';
import { toFollowView } from '../views/follow-view.ts';
import { personName } from '../views/names.ts';
import { papersToBring } from '../views/papers-to-bring.ts';
import { fieldOf, goTo, sendPage } from './answers.ts';
import type { Portal, RoutesInLanguage } from './portal.ts';
import { readDossier } from './read-dossier.ts';
import { type Asking, type FoundFile, fileOfAgent, type OfFile } from './who-may-read-file.ts';

/** What a counter does with a file that waits for it: accept its papers, ask for others, note that they came. */
export const counterDeedRoutes: RoutesInLanguage = (app, portal, language) => {
  const on = (path: string, method: 'GET' | 'POST', act: (at: AtFile) => Promise<FastifyReply> | FastifyReply) =>
    app.route<OfFile>({
      method,
      url: path,
      bodyLimit: 16_384,
      handler: (request, reply) => withFileOfPost({ portal, language, request, reply }, act),
    });
  on('/post/file/:number/accept-papers', 'POST', acceptPapers);
  on('/post/file/:number/complete', 'POST', notePapersCame);
  on('/post/file/:number/ask-for-papers', 'GET', (at) => showForm(at));
  on('/post/file/:number/ask-for-papers', 'POST', ask);
};

/** What whoever is signed in may do with a file now; undefined for anybody else, and when nothing is to be done at a counter. */
export async function deedsOn(portal: Portal, request: FastifyRequest, dossier: Dossier): Promise<DeedsView | undefined> {
  const session = await findSession(portal.house, request);
  if (!session?.actor.permissions.has('applications:check-papers')) return undefined;
  if (!(await fileOfAgent(portal, request, dossier.number))) return undefined;
  const next = passagesFrom(dossier.state);
  const deeds = counterDeeds.filter((deed) => next.includes(deed));
  return deeds.length === 0 ? undefined : { number: dossier.number, deeds };
}

type AtFile = Asking & { readonly actor: Actor; readonly file: FoundFile; readonly dossier: Dossier };

/** A form that another site sends comes without a session; a file of another territory is not there. */
async function withFileOfPost(
  asking: Asking & { readonly request: FastifyRequest<OfFile> },
  act: (at: AtFile) => Promise<FastifyReply> | FastifyReply,
): Promise<FastifyReply> {
  const { portal, language, request, reply } = asking;
  const session = await findSession(portal.house, request);
  if (!session) return goTo(reply, `/${language}${paths.signIn}`);
  const file = await fileOfAgent(portal, request, normaliseTyped(request.params.number));
  const dossier = file && (await readDossier(portal.house, file));
  if (!file || !dossier || !session.actor.permissions.has('applications:check-papers'))
    return goTo(reply, `/${language}${paths.post}`);
  return act({ ...asking, actor: session.actor, file, dossier });
}

const by = ({ actor }: AtFile) => ({ actor, key: newId() });

async function acceptPapers(at: AtFile): Promise<FastifyReply> {
  const outcome = await at.portal.house.desk.do(openChecking, { applications: [at.file.id] }, by(at));
  return outcome.ok && outcome.output.applications.length > 0 ? backToFile(at) : showStale(at);
}

async function notePapersCame(at: AtFile): Promise<FastifyReply> {
  const outcome = await at.portal.house.desk.do(complete, { application: at.file.id }, by(at));
  return outcome.ok ? backToFile(at) : showStale(at);
}

async function ask(at: AtFile): Promise<FastifyReply> {
  const { body } = at.request;
  const ticked = (body as { papers?: unknown } | null)?.papers;
  const papers = neededKinds.filter((kind) => (Array.isArray(ticked) ? ticked : [ticked]).includes(kind));
  const note = fieldOf(body, 'note').trim();
  const typed = { papers, note: note.slice(0, LONGEST_NOTE * 2) };
  if (papers.length === 0) return showForm(at, { typed, error: 'papers-missing' });
  if (note.length > LONGEST_NOTE) return showForm(at, { typed, error: 'note-too-long' });
  const outcome = await at.portal.house.desk.do(askForPapers, { application: at.file.id, papers, note }, by(at));
  return outcome.ok ? backToFile(at) : showStale(at);
}

function backToFile({ language, reply, dossier }: AtFile): FastifyReply {
  return goTo(reply, `/${language}${paths.request(dossier.number)}`);
}

/** Somebody else was faster: the file as it stands now, and what may be done with it. */
async function showStale({ portal, language, request, reply, file, dossier }: AtFile): Promise<FastifyReply> {
  const now = (await readDossier(portal.house, file)) ?? dossier;
  const found = await deedsOn(portal, request, now);
  const deeds = { ...(found ?? { number: now.number, deeds: [] }), isStale: true };
  const view = { ...toFollowView(language, now, today(portal.house.clock)), deeds };
  return sendPage(reply, renderFollow(placeOf(language, paths.request(now.number)), view), { status: 409, personal: true });
}

function showForm(at: AtFile, filled: Pick<AskPapersView, 'typed' | 'error'> = {}): FastifyReply {
  const { language, reply, dossier } = at;
  const own = papersToBring({ members: dossier.members }, toIsoDate(dossier.filedOn)).map(({ kind }) => kind);
  const { latin, arabic } = personName(dossier.names);
  const view = {
    number: dossier.number,
    applicant: language === 'ar' ? arabic : latin,
    papers: [...own, ...neededKinds.filter((kind) => !own.includes(kind))],
    ...filled,
  };
  const page = renderAskPapers(placeOf(language, paths.askForPapers(dossier.number)), view);
  return sendPage(reply, page, { status: filled.error ? 422 : 200, personal: true });
}
