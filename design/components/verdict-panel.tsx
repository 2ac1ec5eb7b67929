import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Reader } from '../reader.tsx';

/** What reading a card or a receipt may say, and what the code of minutes or of a letter may. */
export type Verdict =
  | 'valid'
  | 'receipt'
  | 'not-yet-valid'
  | 'expired'
  | 'revoked'
  | 'forged'
  | 'unreadable'
  | 'minutes'
  | 'decision'
  | 'minutes-unknown'
  | 'decision-unknown';

const looks: Readonly<Record<Verdict, { tone: '' | 'attention' | 'refused' | 'unknown'; sign: JSX.Element }>> = {
  valid: { tone: '', sign: <path d="M4 12.500 9.500 18 20 7" /> },
  receipt: { tone: 'attention', sign: <path d="M12 5v9m0 4v.5" /> },
  'not-yet-valid': { tone: 'attention', sign: <path d="M12 3a9 9 0 1 0 .01 0M12 7v5l3.500 2" /> },
  expired: { tone: 'refused', sign: <path d="M12 3a9 9 0 1 0 .01 0M12 7v5l3.500 2" /> },
  revoked: { tone: 'refused', sign: <path d="M12 3a9 9 0 1 0 .01 0M5.600 5.600l12.800 12.800" /> },
  forged: { tone: 'refused', sign: <path d="M6 6l12 12M18 6 6 18" /> },
  unreadable: { tone: 'unknown', sign: <path d="M9 9a3 3 0 1 1 4.500 2.600c-1 .7-1.500 1.200-1.500 2.400m0 4v.5" /> },
  minutes: { tone: '', sign: <path d="M4 12.500 9.500 18 20 7" /> },
  decision: { tone: '', sign: <path d="M4 12.500 9.500 18 20 7" /> },
  'minutes-unknown': { tone: 'refused', sign: <path d="M6 6l12 12M18 6 6 18" /> },
  'decision-unknown': { tone: 'refused', sign: <path d="M6 6l12 12M18 6 6 18" /> },
};

export const verdicts = Object.keys(looks) as Verdict[];

/** The answer, seen from two metres: sign, word and colour. */
export function VerdictPanel(props: { reader: Reader; verdict: Verdict; children?: Child }): JSX.Element {
  const { tone, sign } = looks[props.verdict];
  return (
    <div class={tone ? `verdict verdict--${tone}` : 'verdict'} role="status">
      <div class="verdict__head">
        <svg viewBox="0 0 24 24" aria-hidden="true">
          {sign}
        </svg>
        <h2>{props.reader.text(`design.verdict.${props.verdict}`)}</h2>
      </div>
      {props.children && <div class="verdict__body stack">{props.children}</div>}
    </div>
  );
}
