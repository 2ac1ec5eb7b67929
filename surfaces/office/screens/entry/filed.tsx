import { useEffect, useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { inFours } from '../../client/names.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Tag } from '../../components/tag.tsx';
import { useNeededPapers } from './papers-seen.tsx';
import type { EntryDesk } from './use-entry.ts';
import type { FiledEntry } from './use-filing.ts';

type FiledProps = { readonly filed: FiledEntry; readonly desk: EntryDesk; readonly onNext: () => void };

/** The request is filed, or waits for the line; what comes next is one key away. */
export function Filed({ filed, desk, onNext }: FiledProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  useShortcut('list-open', onNext);
  const [, go] = useLocation();
  useShortcut('add-papers', () => go(`/papers/${filed.application}`));
  useShortcut('print', () => go(`/print/${filed.application}`));
  const missing = useNeededPapers(desk).filter(({ kind }) => !desk.draft.papersSeen.includes(kind));
  const { number } = filed;
  return (
    <section className="filed">
      <h1 ref={heading} tabIndex={-1}>
        <Words k={number === undefined ? 'office.entry.waits' : 'office.entry.filed'} facts={{ name: filed.name }} />
      </h1>
      {number === undefined ? (
        <p>
          <Tag look="waiting">
            <Words k="office.entry.waits-means" />
          </Tag>
        </p>
      ) : (
        <p className="filed-number">
          <bdi dir="ltr">{inFours(number)}</bdi>
        </p>
      )}
      {missing.length === 0 ? null : (
        <p>
          <Words k="office.entry.filed-missing" facts={{ count: missing.length }} />
        </p>
      )}
      <div className="buttons">
        <Button look="primary" keys="⏎" onPress={onNext}>
          <Words k="office.entry.next" />
        </Button>
        <Link href={`/print/${filed.application}`}>
          <Words k="office.entry.print-receipt" /> <kbd>P</kbd>
        </Link>
        <Link href={`/papers/${filed.application}`}>
          <Words k="office.entry.add-papers" /> <kbd>D</kbd>
        </Link>
        {number === undefined ? null : (
          <Link href={`/file/${filed.application}`}>
            <Words k="office.entry.open-file" />
          </Link>
        )}
      </div>
    </section>
  );
}
