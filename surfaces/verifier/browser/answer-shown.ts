import { Temporal, toDate } from '#platform/dates';
import { type Shown, type SignedCard, todayOf, type World } from './ask.ts';
import { paragraph, text } from './words.ts';

/**
 * How each state looks: the page brought a panel for each, with its sign and its word. What the register says on line, where that is something else,
 * is the verdict: nobody reads "open" from two metres over a line that takes it back.
 */
export function panelOf({ answer, card, member }: Shown, world: World, register?: string): DocumentFragment {
  const template = document.querySelector<HTMLTemplateElement>(`template[data-look="${register ?? answer.state}"]`);
  const panel = template?.content.cloneNode(true) as DocumentFragment;
  const body = panel.querySelector('.verdict__body');
  body?.append(
    ...(register === undefined ? ofPicture(answer) : ofRegister(register)),
    ...(card ? cardLines(card, world) : []),
    ...(member ? [paragraph(`verifier.member-${member}`)] : []),
    ...(register === undefined ? asOf(answer, world) : besidePicture(answer)),
  );
  return panel;
}

function ofPicture(answer: Shown['answer']): HTMLParagraphElement[] {
  const reason = 'because' in answer ? [paragraph(`verifier.because.${answer.because}`)] : [];
  return [...daysOf(answer), ...textOf(answer), ...reason];
}

function textOf(answer: Shown['answer']): HTMLParagraphElement[] {
  if ('digits' in answer) return [paragraph('verifier.text.length', { digits: answer.digits })];
  return hasText(answer.state) ? [paragraph(`verifier.text.${answer.state}`)] : [];
}

/** Nobody on line is nobody: that the snapshot may be behind is no reason any more. */
function ofRegister(state: string): HTMLParagraphElement[] {
  const own = hasText(state) && state !== 'unknown' ? [paragraph(`verifier.text.${state}`)] : [];
  return [...own, paragraph('verifier.on-line-told')];
}

/** Why this device could not tell stays said, for the time when there is no line. */
function besidePicture(answer: Shown['answer']): HTMLParagraphElement[] {
  if ('because' in answer) return [paragraph(`verifier.because.${answer.because}`)];
  return [paragraph('verifier.picture-told', { state: text(`verifier.state.${answer.state}`) })];
}

/** What cannot be read, or is false, is so whatever the snapshot says. */
function asOf({ state }: Shown['answer'], { sets }: World): HTMLParagraphElement[] {
  const issued = sets.at(-1)?.manifest;
  const isOwn = state === 'slip' || state === 'unreadable' || state === 'forged';
  return issued && !isOwn ? [paragraph('verifier.as-of', { day: toDate(issued.day) })] : [];
}

/** What is to be paid is not so until a day: only what has been paid for ends. */
function daysOf(answer: Shown['answer']): HTMLParagraphElement[] {
  if (answer.state === 'unpaid') return [];
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
