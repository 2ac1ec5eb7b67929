import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { useOffice } from '../client/office-context.tsx';
import { useKeptWork } from '../client/use-kept-work.ts';
import { useText, Words } from '../client/words.tsx';
import { SignInAgain } from './sign-in-again.tsx';

const shapes = { open: '●', closed: '■', 'not-ours': '▲', unknown: '○' } as const;

/** The network in words, and how much waits to be sent: never a colour alone, never "sending" for ever. */
export function LineStrip({ isNewer }: { readonly isNewer: boolean }) {
  const { session, kept } = useOffice();
  const { view, line } = useKeptWork();
  const [signsIn, setSignsIn] = useState(false);
  const queries = useQueryClient();
  const text = useText();
  const unsent = view?.counts.unsent ?? 0;
  return (
    <div className="line" role="status">
      {isNewer ? (
        <span className="line-newer">
          <Words k="office.line.newer" />
        </span>
      ) : null}
      <span className={`line-state line-${line.line}`}>
        <span aria-hidden="true">{shapes[line.line]}</span> <Words k={`office.line.${line.line}`} />
      </span>
      {line.needs === 'nothing' ? null : (
        <button type="button" className="strip-button" onClick={() => setSignsIn(true)}>
          <Words k="office.line.sign-in" />
        </button>
      )}
      <Link href="/outbox" className="line-count" aria-label={text('office.line.waiting', { count: unsent })}>
        <Words k="office.line.waiting" facts={{ count: unsent }} />
      </Link>
      {signsIn ? (
        <SignInAgain
          session={session}
          onClose={() => setSignsIn(false)}
          onDone={() => {
            setSignsIn(false);
            void kept.sendNow();
            void queries.invalidateQueries();
          }}
        />
      ) : null}
    </div>
  );
}
