import { type ReactNode, useRef } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { ScanField } from './scan-field.tsx';
import type { Scans } from './use-scans.ts';

type ReadProps = { readonly label: ReactNode; readonly scans: Scans; readonly all?: number };

/** The hand sees whether the reader heard; the count says the rest. */
const LAST = 5;

/**
 * The field that cards are read into, how many were, and the last of them, the newest first, each to be taken out: by Tab and Enter, and the reader
 * is heard again. One of before is read once more and is the newest then.
 */
export function ReadCards({ label, scans: { serials, add, takeOut }, all }: ReadProps) {
  const box = useRef<HTMLElement>(null);
  const newest = serials.slice(-LAST).toReversed();
  return (
    <section ref={box}>
      <ScanField label={label} kinds={['card']} onCode={({ number }) => add(number)} />
      <p role="status">
        {all === undefined ? (
          <Words k="office.cards.read" facts={{ cards: serials.length }} />
        ) : (
          <Words k="office.cards.read-of" facts={{ cards: serials.length, all }} />
        )}
      </p>
      <ul>
        {newest.map((serial) => (
          <li key={serial}>
            <NumberOf number={serial} />{' '}
            <Button
              look="link"
              onPress={() => {
                takeOut(serial);
                box.current?.querySelector('input')?.focus();
              }}
            >
              <Words k="office.cards.take-out" />
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
