import { type ReactNode, useEffect, useState } from 'react';
import { RefusedError, SignedOutError } from '../client/failures.ts';
import { formatMoment } from '../client/moments.ts';
import type { Asked } from '../client/office-context.tsx';
import { useSpeech, useText, Words } from '../client/words.tsx';
import { Button } from './button.tsx';

/** Said only when an answer takes longer than an eye notices. */
const QUIET_MS = 400;

/** What stands while an answer is on its way, when it failed, when there is nothing, and when it is kept from before; else the children. */
export function Shown<T>({
  asked,
  isEmpty,
  empty,
  children,
}: {
  readonly asked: Asked<T>;
  readonly isEmpty?: (data: T) => boolean;
  readonly empty?: ReactNode;
  readonly children: (data: T) => ReactNode;
}) {
  if (asked.state === 'loading') return <Loading />;
  if (asked.state === 'failed') return <Failed error={asked.error} again={asked.again} />;
  return (
    <>
      {asked.answer.isKept ? <KeptMark askedAt={asked.answer.askedAt} /> : null}
      {empty !== undefined && isEmpty?.(asked.data) === true ? empty : children(asked.data)}
    </>
  );
}

export function Loading() {
  const [isLong, setLong] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLong(true), QUIET_MS);
    return () => clearTimeout(timer);
  }, []);
  return (
    <p className="loading" role="status">
      {isLong ? <Words k="office.shell.loading" /> : ''}
    </p>
  );
}

export function Failed({ error, again }: { readonly error: Error; readonly again: () => void }) {
  const text = useText();
  return (
    <div className="failed" role="alert">
      <p>{wordsOfFailure(error, text)}</p>
      <Button onPress={again}>
        <Words k="office.shell.again" />
      </Button>
    </div>
  );
}

/** What a failure says to an agent: the refusal's own words, or that nothing is lost. */
export function wordsOfFailure(
  error: Error,
  text: (key: string, facts?: Record<string, string | number | boolean>) => string,
): string {
  if (error instanceof RefusedError) return text(`${error.module}.refusal.${error.refusal.refused}`, { ...error.refusal.facts });
  if (error.name === 'QuotaExceededError') return text('office.outbox.no-room');
  return text(error instanceof SignedOutError ? 'office.shell.session-over' : 'office.shell.no-answer');
}

/** What stands on the page is not of now. */
function KeptMark({ askedAt }: { readonly askedAt: number }) {
  const { language } = useSpeech();
  return (
    <p className="kept" role="status">
      <Words k="office.shell.kept" facts={{ moment: formatMoment(language, askedAt) }} />
    </p>
  );
}

export function Empty({ children }: { readonly children: ReactNode }) {
  return <p className="empty">{children}</p>;
}
