import { Temporal, toDate } from '#platform/dates';
import { type Shown, type SignedCard, todayOf, type World } from './ask.ts';
import { paragraph } from './words.ts';

/** How each state looks: the page brought a panel for each, with its sign and its word. */
export function panelOf({ answer, card, member }: Shown, world: World): DocumentFragment {
  const look = answer.state === 'slip' ? 'unreadable' : answer.state === 'card-alone' ? 'unknown' : answer.state;
  const template = document.querySelector<HTMLTemplateElement>(`template[data-look="${look}"]`);
  const panel = template?.content.cloneNode(true) as DocumentFragment;
  const body = panel.querySelector('.verdict__body');
  const issued = world.sets.at(-1)?.manifest;
  body?.append(
    ...daysOf(answer),
    ...(hasText(answer.state) ? [paragraph(`verifier.text.${answer.state}`)] : []),
    ...('because' in answer ? [paragraph(`verifier.because.${answer.because}`)] : []),
    ...(card ? cardLines(card, world) : []),
    ...(member ? [paragraph(`verifier.member-${member}`)] : []),
    ...(issued ? [paragraph('verifier.as-of', { day: toDate(issued.day) })] : []),
  );
  return panel;
}

function daysOf(answer: Shown['answer']): HTMLParagraphElement[] {
  if ('until' in answer && answer.until !== undefined) return [paragraph('verifier.until', { day: toDate(answer.until) })];
  if ('since' in answer && answer.since !== undefined) return [paragraph('verifier.since', { day: toDate(answer.since) })];
  return [];
}

function hasText(state: string): boolean {
  return state !== 'open' && state !== 'cannot-tell';
}

/** What a card whose signature is good says of itself, and who is named on it. */
function cardLines({ names, validFrom, validUntil, members }: SignedCard, world: World): HTMLParagraphElement[] {
  const today = todayOf(world);
  const isOver = Temporal.PlainDate.compare(today, validUntil) > 0;
  const isEarly = Temporal.PlainDate.compare(today, validFrom) < 0;
  const own = isEarly
    ? paragraph('verifier.signed-not-yet', { day: validFrom })
    : paragraph(isOver ? 'verifier.signed-over' : 'verifier.signed-until', { day: validUntil });
  return [own, paragraph('verifier.family', { ...names, members: members.length === 0 ? '–' : members.join(', ') })];
}
