import { type Language, translator } from '#platform/i18n';

/** What may be told: one sentence each, in `messages/{language}.json` under `said.`, for a civil servant to change. */
export const templates = [
  'code',
  'followed',
  'number',
  'papers-asked',
  'decided',
  'registered',
  'contribution',
  'card-made',
  'complaint-answered',
  'appeal-examined',
  'appeal-decided',
] as const;
export type Template = (typeof templates)[number];

/** All that a message may hold: no name, no score, no outcome. Whoever reads over a shoulder learns that there is a request. */
export type Told = {
  readonly number: string;
  /** Where the portal is, without `https://`. */
  readonly site: string;
  readonly code?: string;
  readonly stopCode?: string;
};

/** A message as it is read: a sentence, where to see more, and, but for a code, how to have no more of them. */
export function write(template: Template, language: Language, { number, site, code = '', stopCode }: Told): string {
  const say = translator(language);
  return [
    say(`notices.said.${template}`, { number, code }),
    ...(template === 'code' ? [] : [`${site}/${language}/follow`]),
    ...(stopCode === undefined ? [] : [`${say('notices.stop')} ${site}/${language}/stop/${stopCode}`]),
  ].join('\n');
}
