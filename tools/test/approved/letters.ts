import { appealDecisionText, decisionText, minutesText, putOffText } from '#design/documents/index.ts';
import { writeMessage } from '#modules/notices';
import { addDays } from '#platform/dates';
import { type Language, languageCodes, languages, translator } from '#platform/i18n';
import { toAppealLetter } from '../../../surfaces/portal/views/appeal-letter.ts';
import { lastDayToContest } from '../../../surfaces/portal/views/appeals.ts';
import { toDecisionLetter } from '../../../surfaces/portal/views/decision-letter.ts';
import { filingDay } from '../../../surfaces/portal/views/dossier.builders.ts';
import { toFollowView } from '../../../surfaces/portal/views/follow-view.ts';
import { toPutOffLetter } from '../../../surfaces/portal/views/put-off-letter.ts';
import { toMinutesDocument } from '../../../surfaces/server/print/minutes-document.ts';
import { type Announced, everyAnnouncement, everyMinutes, standsIn } from './letter-samples.ts';

/** What a commission announces, as a family reads it: the message, the page of the request, the letter. */
export type Reading = { readonly name: string; readonly message: string; readonly page: string; readonly letter: string };

/** Every announcement in one language. */
export async function readAnnouncements(language: Language): Promise<Reading[]> {
  const read: Reading[] = [];
  for (const [name, announced] of Object.entries(everyAnnouncement))
    read.push({
      name,
      message: messageOf(language, announced),
      page: pageOf(language, announced),
      letter: await letterOf(language, announced),
    });
  return read;
}

/** Minutes in one of the two languages in which they are read. */
export async function readMinutes(language: 'fr' | 'ar'): Promise<{ readonly name: string; readonly text: string }[]> {
  const read = [];
  for (const [name, minutes] of Object.entries(everyMinutes)) {
    const text = await minutesText(toMinutesDocument(language, { minutes, digest: standsIn.digest }));
    read.push({ name, text });
  }
  return read;
}

export async function describeLetters(): Promise<string> {
  const parts = [heading('Letters', 'every announcement of a commission: the message, the page of the request, the letter')];
  for (const language of languageCodes) {
    parts.push(`# ${languages[language].ownName}`);
    for (const { name, message, page, letter } of await readAnnouncements(language))
      parts.push(`## ${name} (${language})`, shown(language, [message, page, letter].join('\n\n')));
  }
  return `${parts.join('\n\n')}\n`;
}

export async function describeMinutes(): Promise<string> {
  const parts = [heading('Minutes', 'the minutes (PV) of a local sitting and of a hearing of the provincial commission')];
  for (const language of ['fr', 'ar'] as const)
    for (const { name, text } of await readMinutes(language)) parts.push(`## ${name} (${language})`, shown(language, text));
  return `${parts.join('\n\n')}\n`;
}

function heading(title: string, what: string): string {
  return `# ${title}\n\nThe words of ${what}, of invented persons, in the order in which they are read. Read them before you approve them.`;
}

function shown(language: Language, text: string): string {
  return `<pre lang="${language}" dir="${languages[language].direction}">\n${text.replaceAll('<', '&lt;')}\n</pre>`;
}

const SITE = 'www.ramed.ma';

function messageOf(language: Language, { dossier, template, outcome }: Announced): string {
  const contest = template === 'decided' ? lastDayToContest(dossier) : undefined;
  const became = { outcome, ...(contest ? { contestUntil: contest.lastDay } : {}) };
  return writeMessage(template, language, { number: dossier.number, site: SITE, stopCode: 'K7QF3M9XZ', became });
}

function pageOf(language: Language, { dossier }: Announced): string {
  const say = translator(language, { isolating: true });
  const { headline, next } = toFollowView(language, dossier, addDays(filingDay, 12));
  const appeal = dossier.appeal?.answer ? [say(`portal.appeals.headline.${dossier.appeal.answer.outcome}`)] : [];
  return [headline, ...next]
    .map(({ key, facts }) => say(key, facts))
    .concat(appeal)
    .join('\n');
}

function letterOf(language: Language, { dossier }: Announced): Promise<string> {
  const facts = { minutes: standsIn, helpline: '080 200 33 33' };
  const appeal = dossier.appeal && toAppealLetter(language, dossier, facts);
  if (appeal) return appealDecisionText(appeal);
  const putOff = toPutOffLetter(language, dossier, facts);
  if (putOff) return putOffText(putOff);
  const decision = toDecisionLetter(language, dossier, facts);
  if (!decision) throw new Error('what is announced has a letter');
  return decisionText(decision);
}
