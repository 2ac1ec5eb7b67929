import { type PlainDate, toIsoDate } from '#platform/dates';
import { type Language, type Translate, translator } from '#platform/i18n';

/** What may be told: one sentence each, in `messages/{language}.json` under `said.`, for a civil servant to change. */
export const templates = [
  'code',
  'followed',
  'number',
  'papers-asked',
  'decided',
  'put-off',
  'registered',
  'contribution',
  'card-made',
  'card-at-office',
  'card-at-old-office',
  'card-handed-over',
  'ageing',
  'renewal-opens',
  'renewal-reminder',
  'life-event',
  'member-moved',
  'rights-suspended',
  'rights-closed',
  'held',
  'cover-asked',
  'cover-confirmed',
  'cover-settled',
  'cover-reopened',
  'complaint-answered',
  'appeal-examined',
  'appeal-decided',
] as const;
export type Template = (typeof templates)[number];

/** The outcomes that a message tells in words of its own; of any other it says only that there is something to read. */
export const outcomesTold: Readonly<Partial<Record<Template, readonly string[]>>> = {
  decided: ['accepted', 'refused'],
  'put-off': ['enquiry'],
  'appeal-decided': ['upheld', 'reformed', 'sent_back', 'adjourned'],
};

/** What became of a request in the neutral words of the portal, never in which category, and the last day to contest it. */
export type Outcome = { readonly outcome: string; readonly contestUntil?: PlainDate };

/** All that a message may hold: no name, no score, no category. Whoever reads over a shoulder learns no more than that a request was answered. */
export type Told = {
  readonly number: string;
  /** Where the portal is, without `https://`. */
  readonly site: string;
  readonly code?: string;
  readonly stopCode?: string;
  readonly became?: Outcome | undefined;
};

/** A message as it is read: a sentence, where to see more, and, but for a code, how to have no more of them. */
export function write(template: Template, language: Language, told: Told): string {
  const { site, stopCode } = told;
  const say = translator(language);
  return [
    sentence(template, say, told),
    ...(template === 'code' ? [] : [`${site}/${language}/follow`]),
    ...(stopCode === undefined ? [] : [`${say('notices.stop')} ${site}/${language}/stop/${stopCode}`]),
  ].join('\n');
}

function sentence(template: Template, say: Translate, { number, code = '', became }: Told): string {
  const isTold = became !== undefined && (outcomesTold[template] ?? []).includes(became.outcome);
  const said = say(`notices.said.${isTold ? `${template}.${became.outcome}` : template}`, { number, code });
  return became?.contestUntil ? `${said} ${say('notices.said.contest', { day: inFigures(became.contestUntil) })}` : said;
}

/** "11/04/2026": a month in words would cost a message in Latin letters its small alphabet, and stays in order among Arabic words. */
function inFigures(day: PlainDate): string {
  return toIsoDate(day).split('-').reverse().join('/');
}
