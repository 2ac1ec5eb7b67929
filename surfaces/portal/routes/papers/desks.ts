import type { FamilyInShort } from '#modules/applications';
import { today } from '#platform/clock';
import { toIsoDate } from '#platform/dates';
import { formatGrouped } from '#platform/numbers';
import { paths } from '../../place.ts';
import type { Dossier } from '../../views/dossier.ts';
import { evidence } from '../../views/papers.ts';
import { papersToBring } from '../../views/papers-to-bring.ts';
import { goTo } from '../answers.ts';
import { type Draft, draftOf, readDraft } from '../apply/asking.ts';
import { complaintOfAuthor, ofAgent } from '../complaints/who-may-read.ts';
import type { RoutesInLanguage } from '../portal.ts';
import type { Asking, PaperAsked, PaperDesk } from './desk.ts';
import { deskOfChange, deskOfCover } from './desks-of-family.ts';
import { findFile, numberIn, readerOfPapers } from './find-file.ts';
import { papersAt } from './papers.ts';

/**
 * P11 wherever papers are sent: with a request that is being written or was filed, with an appeal, with a complaint, with a
 * change of a family, with what it says of a double registration.
 */
export const paperRoutes: RoutesInLanguage = (app, portal, language) => {
  const at = (path: string, find: (asking: Asking) => Promise<PaperDesk | undefined>) =>
    papersAt(app, path, { portal, language, find });
  at(paths.apply.papers, deskOfDraft);
  at('/follow/:number/papers', deskOfRequest);
  at('/follow/:number/appeal/papers', deskOfAppeal);
  at('/complaint/:number/papers', deskOfComplaint);
  at('/follow/:number/family/:event/papers', deskOfChange);
  at('/follow/:number/cover/:case/papers', deskOfCover);
};

async function deskOfDraft(asking: Asking): Promise<PaperDesk | undefined> {
  const { portal, language, request, reply } = asking;
  const id = draftOf(portal, request);
  const draft = id === undefined ? undefined : await readDraft(portal, id);
  if (!draft || draft.submitted) {
    goTo(reply, `/${language}${draft ? paths.apply.done : paths.apply.start}`);
    return undefined;
  }
  const owner = `draft:${draft.id}`;
  return {
    owner,
    territory: owner,
    isDraft: true,
    title: { key: 'portal.upload.title' },
    path: paths.apply.papers,
    back: paths.apply.tasks,
    next: paths.apply.check,
    asked: papersToBring(familyOf(draft), toIsoDate(today(portal.house.clock))),
    may: 'send',
  };
}

/** The family as far as it was answered, each answer checked when it was given. Somebody without a relation is asked for no paper yet. */
function familyOf({ answers }: Draft): FamilyInShort {
  const members = answers.members.map((person, index) => ({
    relation: index === 0 ? 'head' : undefined,
    ...person,
    ref: index + 1,
  }));
  return { members: members.filter(({ relation }) => relation !== undefined) } as FamilyInShort;
}

/** The states in which the counter still waits for papers. */
const awaiting: ReadonlySet<string> = new Set(['filed', 'incomplete']);

async function deskOfRequest(asking: Asking): Promise<PaperDesk | undefined> {
  const found = await findFile(asking);
  if (!found) return undefined;
  const { dossier, file, agent } = found;
  const { number, territory } = dossier;
  return {
    owner: `application:${file.id}`,
    territory,
    isDraft: false,
    title: { key: 'portal.upload.of-request', facts: { number: formatGrouped(number) } },
    path: paths.papersOfRequest(number),
    back: paths.request(number),
    asked: askedOfRequest(dossier),
    ...(agent ? { may: 'open', agent } : { may: awaiting.has(dossier.state) ? 'send' : 'see' }),
  };
}

/** The papers of the list, and those that the counter asks for besides, each with since when it is asked for once more. */
function askedOfRequest({ members, filedOn, asked }: Dossier): readonly PaperAsked[] {
  const listed = papersToBring({ members }, toIsoDate(filedOn));
  if (!asked) return listed;
  const besides = asked.papers
    .filter((kind) => !listed.some((paper) => paper.kind === kind))
    .map((kind) => ({ kind, copies: 1, name: { key: `applications.paper.${kind}` } }));
  return [...listed, ...besides].map((paper) => (asked.papers.includes(paper.kind) ? { ...paper, askedAt: asked.at } : paper));
}

async function deskOfAppeal(asking: Asking): Promise<PaperDesk | undefined> {
  const found = await findFile(asking);
  const appeal = found?.dossier.appeal;
  if (!found || !appeal) {
    if (found) goTo(asking.reply, `/${asking.language}${paths.request(found.dossier.number)}`);
    return undefined;
  }
  const { dossier, agent } = found;
  return {
    owner: `appeal:${appeal.id}`,
    territory: dossier.territory,
    isDraft: false,
    title: { key: 'portal.upload.of-appeal', facts: { number: formatGrouped(appeal.number) } },
    path: paths.papersOfAppeal(dossier.number),
    back: paths.appeal(dossier.number),
    asked: evidence,
    ...(agent ? { may: 'open', agent } : { may: appeal.state === 'not_admissible' ? 'see' : 'send' }),
  };
}

async function deskOfComplaint(asking: Asking): Promise<PaperDesk | undefined> {
  const { portal, language, request, reply } = asking;
  const number = numberIn(asking);
  const own = await complaintOfAuthor(portal, request, number);
  const agent = own ? undefined : await readerOfPapers(asking);
  const complaint = own ?? (agent && (await ofAgent(portal, request, number)));
  if (!complaint) {
    goTo(reply, `/${language}${paths.oneComplaint(number)}`);
    return undefined;
  }
  return {
    owner: `complaint:${complaint.id}`,
    territory: complaint.territory,
    isDraft: false,
    title: { key: 'portal.upload.of-complaint', facts: { number: formatGrouped(complaint.number) } },
    path: paths.papersOfComplaint(complaint.number),
    back: paths.oneComplaint(complaint.number),
    asked: evidence,
    ...(agent ? { may: 'open', agent } : { may: complaint.state === 'received' ? 'send' : 'see' }),
  };
}
