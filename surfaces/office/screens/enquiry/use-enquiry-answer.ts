import { useEffect, useState } from 'react';
import { casablancaDate, Temporal } from '#platform/dates';
import type { Refusal } from '#platform/refusals';
import type { DeedInput } from '../../client/contract.ts';
import { calledIn } from '../../client/names.ts';
import { useOffice } from '../../client/office-context.tsx';
import { moduleOfRefusal } from '../../client/wire.ts';
import { useSpeech, useText } from '../../client/words.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { AnswerHere, Enquiry, Said } from './enquiry-standing.tsx';

type Answer = DeedInput<'commissions.answer-enquiry'>;
export type RefusedAnswer = Extract<AnswerHere, { state: 'refused' }>;
export type Found = Answer['findings'][number]['found'];
type Point = Enquiry['points'][number];
export const founds: readonly Found[] = ['as-declared', 'not-as-declared', 'not-seen'];

export type Typed = {
  readonly found: Partial<Readonly<Record<Point, Found | undefined>>>;
  readonly words: Partial<Readonly<Record<Point, string>>>;
  readonly met: string;
  readonly visitedOn: string;
  readonly whole: string;
};

/** The answer as it is typed: kept on the computer at each change, and handed to the outbox, which sends it when there is a line. */
export function useEnquiryAnswer(enquiry: Enquiry, refused: RefusedAnswer | undefined, onDone: () => void) {
  const { client, drafts, kept } = useOffice();
  const { language } = useSpeech();
  const text = useText();
  const wordsOfRefusal = (refusal: Refusal) =>
    text(`${moduleOfRefusal('commissions.answer-enquiry', refusal)}.refusal.${refusal.refused}`, { ...refusal.facts });
  const draft = `enquiry/${enquiry.id}`;
  const [typed, setTyped] = useState<Typed>(() => (refused ? asSaid(refused.said) : nothing()));
  const [isBusy, setBusy] = useState(false);
  const [fault, setFault] = useState(() => (refused ? wordsOfRefusal(refused.refusal) : undefined));
  useEffect(() => {
    void drafts.find(draft).then((found) => found !== undefined && setTyped(found.content as Typed));
  }, [drafts, draft]);
  const label = text('office.enquiry.label', { name: calledIn(language, enquiry.names) });
  const type = (changed: Partial<Typed>) => {
    const now = { ...typed, ...changed };
    setTyped(now);
    void drafts.keep({ id: draft, kind: 'enquiry', label, changedAt: Date.now(), content: now });
  };
  const send = async () => {
    const input = toAnswer(enquiry, typed);
    if (input === undefined) return setFault(text('office.enquiry.missing'));
    setBusy(true);
    try {
      const done = await client.submit('commissions.answer-enquiry', input, {
        label,
        file: `application:${enquiry.application}`,
      });
      if (done.state === 'refused') return setFault(wordsOfRefusal(done.refusal));
      await drafts.remove(draft);
      if (refused !== undefined) await kept.withdraw(refused.item, 'answered-anew');
      if (done.state === 'done') onDone();
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    } finally {
      setBusy(false);
    }
  };
  return { typed, type, send, isBusy, fault };
}

function nothing(): Typed {
  return { found: {}, words: {}, met: '', visitedOn: today(), whole: '' };
}

/** What was refused stands in the form again, to be set right. */
function asSaid({ findings, met, visitedOn, words }: Said): Typed {
  return {
    found: Object.fromEntries(findings.map(({ point, found }) => [point, found])),
    words: Object.fromEntries(findings.map(({ point, words: said = '' }) => [point, said])),
    ...{ met, visitedOn, whole: words },
  };
}

function today(): string {
  return casablancaDate(Temporal.Now.instant()).toString();
}

/** The whole answer; nothing as long as something is missing. */
function toAnswer({ id, points }: Enquiry, { found, words, met, visitedOn, whole }: Typed): Answer | undefined {
  const findings = points.flatMap((point) => {
    const [seen, said] = [found[point], words[point]?.trim() ?? ''];
    return seen === undefined ? [] : [{ point, found: seen, ...(said === '' || seen === 'as-declared' ? {} : { words: said }) }];
  });
  if (findings.length < points.length || met.trim() === '' || whole.trim() === '' || visitedOn === '') return undefined;
  return { enquiry: id, findings, met: met.trim(), visitedOn, words: whole.trim() };
}
