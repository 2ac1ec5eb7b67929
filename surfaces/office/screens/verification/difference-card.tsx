import { useEffect, useRef } from 'react';
import { formatDayOf } from '../../client/moments.ts';
import { calledIn } from '../../client/names.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { type Difference, MarkedLines } from '../../components/marked-lines.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import type { Verdict } from './judging.ts';

const looks: Readonly<Record<Difference['standing'], TagLook>> = {
  open: 'warning',
  settled: 'open',
  corrected: 'todo',
  'to-know': 'waiting',
};

type CardProps = {
  readonly difference: Difference;
  readonly isHere?: boolean;
  readonly verdict?: Verdict | undefined;
  readonly onVerdict?: (verdict: Verdict) => void;
};

/** One difference: whose, of what, the two sides, how fresh the register was, and what was found of it. */
export function DifferenceCard({ difference, isHere = false, verdict, onVerdict }: CardProps) {
  const { language } = useSpeech();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isHere) card.current?.scrollIntoView({ block: 'nearest' });
  }, [isHere]);
  const { names, relation, ref, field, standing, judged, sourceDate } = difference;
  return (
    <li ref={card} className={isHere ? 'difference difference-here' : 'difference'} aria-current={isHere ? 'true' : undefined}>
      <h3>
        <Words k={`verifications.difference.${field}`} /> ·{' '}
        <span className="who-of-family">
          {ref}. <bdi>{calledIn(language, names)}</bdi> (<Words k={`applications.form.choice.relation.${relation || 'other'}`} />)
        </span>
        <Tag look={verdict ? 'open' : looks[standing]}>
          <Words k={verdict ? `verifications.verdict.${verdict}` : `office.verification.standing.${standing}`} />
        </Tag>
      </h3>
      <MarkedLines difference={difference} />
      {sourceDate === null ? null : (
        <p className="hint">
          <Words k="office.verification.source-day" facts={{ day: formatDayOf(language, sourceDate) }} />
        </p>
      )}
      {judged ? (
        <p className="hint">
          <Words k={`verifications.verdict.${judged.verdict}`} /> · <Words k={`verifications.settled-by.${judged.reason}`} /> ·{' '}
          {formatDayOf(language, judged.at)} {judged.note ? <bdi>« {judged.note} »</bdi> : null}
        </p>
      ) : null}
      {onVerdict ? <VerdictChoice verdict={verdict} onVerdict={onVerdict} isHere={isHere} /> : null}
    </li>
  );
}

const verdicts = [
  ['same-person', 'S'],
  ['not-the-same', 'N'],
] as const;

type ChoiceProps = {
  readonly verdict: Verdict | undefined;
  readonly onVerdict: (verdict: Verdict) => void;
  readonly isHere: boolean;
};

function VerdictChoice({ verdict, onVerdict, isHere }: ChoiceProps) {
  return (
    <div className="buttons">
      {verdicts.map(([one, key]) => (
        <button
          key={one}
          type="button"
          className={verdict === one ? 'button button-primary' : 'button'}
          aria-pressed={verdict === one}
          onClick={() => onVerdict(one)}
        >
          <Words k={`verifications.verdict.${one}`} />
          {isHere ? <kbd>{key}</kbd> : null}
        </button>
      ))}
    </div>
  );
}
