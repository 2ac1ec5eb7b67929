import type { FastifyInstance, FastifyReply } from 'fastify';
import {
  type KeptPapers,
  keeperOf,
  ownPapers,
  paperLimitsOn,
  papersOnFile,
  promisePapers,
  removePage,
  toMegabytes,
} from '#modules/documents';
import { today } from '#platform/clock';
import { isId, newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { sendStoredPage } from '../../../server/send-page.ts';
import { renderPapers } from '../../pages/papers/list.tsx';
import { renderPaper } from '../../pages/papers/paper.tsx';
import { placeOf } from '../../place.ts';
import { toPapersView, toPaperView } from '../../views/papers.ts';
import { fieldOf, goTo, isFromElsewhere, sendPage } from '../answers.ts';
import type { Portal } from '../portal.ts';
import type { Asking, FindDesk, PaperAsked, PaperDesk } from './desk.ts';
import { LARGEST_FORM, receivePages } from './receive.ts';

const SMALL = { bodyLimit: 16_384 };

/** P11 at one address: the list of papers, a page for each, and for agents the pages themselves. */
export function papersAt(
  app: FastifyInstance,
  path: string,
  mount: { portal: Portal; language: Asking['language']; find: FindDesk },
): void {
  const { find, ...place } = mount;
  type Serve = (asking: Asking, desk: PaperDesk) => FastifyReply | Promise<FastifyReply>;
  const handled = (serve: Serve) => async (request: Asking['request'], reply: FastifyReply) => {
    const asking = { ...place, request, reply };
    const desk = await find(asking);
    return desk ? serve(asking, desk) : reply;
  };
  app.get(path, handled(showList));
  app.post(path, SMALL, handled(bringTheRest));
  app.get(`${path}/:kind`, handled(withKind(showPaper)));
  app.post(`${path}/:kind`, { bodyLimit: LARGEST_FORM }, handled(withKind(receive)));
  app.post(`${path}/:kind/remove`, SMALL, handled(withKind(remove)));
  app.get(`${path}/page/:page`, handled(openPage));
}

type OfPaper = (asking: Asking, desk: PaperDesk, paper: PaperAsked) => FastifyReply | Promise<FastifyReply>;

/** Only papers that are asked for, by who may send them; anyone else is shown the list. */
function withKind(serve: OfPaper) {
  return (asking: Asking, desk: PaperDesk) => {
    const { kind } = asking.request.params as { kind: string };
    const paper = desk.asked.find((one) => one.kind === kind);
    return paper && desk.may === 'send' ? serve(asking, desk, paper) : goTo(asking.reply, addressOf(asking, desk.path));
  };
}

async function showList(asking: Asking, desk: PaperDesk): Promise<FastifyReply> {
  const view = toPapersView(desk, await readPapers(asking, desk));
  return sendPage(asking.reply, renderPapers(placeOf(asking.language, desk.path), view), { personal: true });
}

async function showPaper(
  asking: Asking,
  desk: PaperDesk,
  paper: PaperAsked,
  sent: Sent = {},
  status = 200,
): Promise<FastifyReply> {
  const { portal, language, reply } = asking;
  const { pageBytes, pagesPerPaper } = paperLimitsOn(today(portal.house.clock).toString());
  const limits = { megabytes: toMegabytes(pageBytes), pages: pagesPerPaper };
  const view = { ...toPaperView(desk, paper, await readPapers(asking, desk)), limits, ...sent };
  return sendPage(reply, renderPaper(placeOf(language, `${desk.path}/${paper.kind}`), view), { status, personal: true });
}

type Sent = Pick<Parameters<typeof renderPaper>[1], 'faults' | 'taken'>;

async function receive(asking: Asking, desk: PaperDesk, paper: PaperAsked): Promise<FastifyReply> {
  const { portal, request, reply } = asking;
  if (isFromElsewhere(request) || !request.isMultipart()) return goTo(reply, addressOf(asking, `${desk.path}/${paper.kind}`));
  if (await portal.hasTriedTooOften.papers(request)) {
    const faults = [{ field: 'photo' as const, message: { key: 'portal.upload.too-often' } }];
    return showPaper(asking, desk, paper, { faults }, 429);
  }
  const { taken, faults, wantsToBring } = await receivePages(portal, request, desk, paper.kind);
  if (faults.length > 0) return showPaper(asking, desk, paper, { faults, taken }, 422);
  if (wantsToBring && taken === 0) await promise(asking, desk, [paper.kind]);
  return goTo(reply, addressOf(asking, desk.path));
}

/** Whatever was not sent is brought to the counter. */
async function bringTheRest(asking: Asking, desk: PaperDesk): Promise<FastifyReply> {
  if (isFromElsewhere(asking.request) || desk.may !== 'send') return goTo(asking.reply, addressOf(asking, desk.path));
  const left = toPapersView(desk, await readPapers(asking, desk)).papers.filter(({ state }) => state === 'none');
  if (left.length > 0)
    await promise(
      asking,
      desk,
      left.map(({ kind }) => kind),
    );
  return goTo(asking.reply, addressOf(asking, desk.next ?? desk.back));
}

async function promise(asking: Asking, desk: PaperDesk, kinds: readonly string[]): Promise<void> {
  const { owner, territory } = desk;
  const input = { owner, territory, kinds: [...kinds] };
  expectDone(await asking.portal.house.desk.do(promisePapers, input, byKeeper(desk)), 'portal.papers');
}

/** A page that is gone already, or on a file, is left: the list shows what is there. */
async function remove(asking: Asking, desk: PaperDesk, paper: PaperAsked): Promise<FastifyReply> {
  const page = fieldOf(asking.request.body, 'page');
  if (!isFromElsewhere(asking.request) && isId(page) && desk.isDraft)
    await asking.portal.house.desk.do(removePage, { owner: desk.owner, page }, byKeeper(desk));
  return goTo(asking.reply, addressOf(asking, `${desk.path}/${paper.kind}`));
}

/** A clean page as it was sent, for an agent of the jurisdiction. */
async function openPage(asking: Asking, desk: PaperDesk): Promise<FastifyReply> {
  const { portal, request, reply } = asking;
  const { page: id } = request.params as { page: string };
  if (desk.may !== 'open') return goTo(reply, addressOf(asking, desk.path));
  const page = (await readPapers(asking, desk)).pages.find((one) => one.id === id && one.scan === 'clean');
  const bytes = page && (await portal.house.papers.files.read(page.checksum));
  if (!page || !bytes) return goTo(reply, addressOf(asking, desk.path));
  return sendStoredPage(reply, { name: page.kind, mediaType: page.mediaType }, bytes);
}

async function readPapers({ portal }: Asking, { owner, territory, agent, may }: PaperDesk): Promise<KeptPapers> {
  const { desk } = portal.house;
  if (may === 'open' && agent) return expectDone(await desk.ask(papersOnFile, { owner }, { actor: agent }), 'portal.papers');
  return expectDone(await desk.ask(ownPapers, { owner }, { actor: keeperOf({ owner, territory }) }), 'portal.papers');
}

function byKeeper(desk: PaperDesk) {
  return { actor: keeperOf(desk), key: newId() };
}

function addressOf({ language }: Asking, path: string): string {
  return `/${language}${path}`;
}
