import { type Reader, readerOf } from '#design/reader.tsx';
import { type Language, languageCodes } from '#platform/i18n';

/** Where a page stands and who reads it. `path` is what follows the language: '' for home, '/follow', '/follow/201504127733/score'. */
export type Place = { readonly reader: Reader; readonly path: string };

export function placeOf(language: Language, path: string): Place {
  return { reader: readerOf(language), path };
}

/** An address of the portal in the reader's language: `addressOf(place, '/verify')` → `/fr/verify`. */
export function addressOf({ reader }: Pick<Place, 'reader'>, path: string): string {
  return `/${reader.language}${path}`;
}

/** The paths of the portal, the same words in every language. */
export const paths = {
  home: '',
  follow: '/follow',
  steps: '/follow/by-card',
  request: (number: string) => `/follow/${number}`,
  score: (number: string) => `/follow/${number}/score`,
  receipt: (number: string) => `/follow/${number}/receipt.pdf`,
  payment: (number: string) => `/follow/${number}/payment`,
  paymentPaper: (number: string) => `/follow/${number}/payment.pdf`,
  dossier: (number: string) => `/follow/${number}/dossier.pdf`,
  appeal: (number: string) => `/follow/${number}/appeal`,
  card: (number: string) => `/follow/${number}/card`,
  decisionLetter: (number: string) => `/follow/${number}/decision.pdf`,
  appealLetter: (number: string) => `/follow/${number}/appeal.pdf`,
  papersOfRequest: (number: string) => `/follow/${number}/papers`,
  papersOfAppeal: (number: string) => `/follow/${number}/appeal/papers`,
  papersOfComplaint: (number: string) => `/complaint/${number}/papers`,
  papersOfChange: (number: string, event: string) => `/follow/${number}/family/${event}/papers`,
  papersOfCover: (number: string, one: string) => `/follow/${number}/cover/${one}/papers`,
  notices: (number: string) => `/follow/${number}/messages`,
  changeNotices: (number: string) => `/follow/${number}/messages?step=change`,
  proveNotices: (number: string) => `/follow/${number}/messages/code`,
  sendNumber: (number: string) => `/follow/${number}/messages/send`,
  endNotices: (number: string) => `/follow/${number}/messages/stop`,
  cover: (number: string) => `/follow/${number}/cover`,
  family: (number: string) => `/follow/${number}/family`,
  renew: (number: string) => `/follow/${number}/renew`,
  newer: (number: string) => `/follow/${number}/newer`,
  withdrawChange: (number: string) => `/follow/${number}/family/withdraw`,
  stopNotices: (code: string) => `/stop/${encodeURIComponent(code)}`,
  complaint: (request?: string) => `/complaint${request === undefined ? '' : `?request=${request}`}`,
  tellComplaint: (subject: string, request?: string) =>
    `/complaint/tell?subject=${subject}${request === undefined ? '' : `&request=${request}`}`,
  findComplaint: '/complaint/follow',
  oneComplaint: (number: string) => `/complaint/${number}`,
  answerComplaint: (number: string) => `/complaint/${number}/answer`,
  papers: '/papers',
  papersList: '/papers/list',
  trial: {
    start: '/try',
    page: (key: string) => `/try/${key}`,
    result: '/try/result',
    clear: '/try/clear',
  },
  verify: '/verify',
  guide: '/guide',
  guidePage: (name: string) => `/guide/${name}`,
  opinion: (path: string) => `${path}/opinion`,
  blankForm: '/form',
  blankFormFile: '/form.pdf',
  offices: '/offices',
  office: (code: string) => `/offices/${code}`,
  accessibility: '/about/accessibility',
  privacy: '/about/privacy',
  openData: '/about/open-data',
  lawNumbers: '/about/law-numbers',
  samples: '/samples',
  signIn: '/sign-in',
  signOut: '/sign-out',
  post: '/post',
  openFile: '/post/open',
  counterDeed: (number: string, deed: string) => `/post/file/${number}/${deed}`,
  askForPapers: (number: string) => `/post/file/${number}/ask-for-papers`,
  apply: {
    start: '/apply',
    discard: '/apply/discard',
    resume: '/apply/resume',
    tasks: '/apply/tasks',
    page: (key: string) => `/apply/${key}`,
    people: '/apply/people',
    person: (ref: number, key: string) => `/apply/people/${ref}/${key}`,
    removePerson: (ref: number) => `/apply/people/${ref}/remove`,
    papers: '/apply/papers',
    saved: '/apply/saved',
    check: '/apply/check',
    declare: '/apply/declaration',
    done: '/apply/done',
    leave: '/apply/leave',
    left: '/apply/left',
  },
} as const;

/** Splits `/fr/follow` into its language and the rest; undefined when the first word is no language. */
export function parseAddress(address: string): { language: Language; path: string } | undefined {
  const [, first = '', rest = ''] = /^\/([^/?]*)(.*)$/.exec(address) ?? [];
  const language = languageCodes.find((code) => code === first);
  return language && { language, path: rest };
}
