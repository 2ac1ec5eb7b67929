import { useEffect, useRef } from 'react';
import { calledIn, inFours } from '../../client/names.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Decision } from './to-validate.ts';

type ListProps = {
  readonly decisions: readonly Decision[];
  readonly here: string | undefined;
  readonly onHere: (application: string) => void;
};

/** The decisions by rank; one of them has its file beside. */
export function DecisionList({ decisions, here, onHere }: ListProps) {
  const text = useText();
  const list = useRef<HTMLUListElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the one that is looked at stays in sight when it changes
  useEffect(() => {
    list.current?.querySelector('[aria-current]')?.scrollIntoView({ block: 'nearest' });
  }, [here]);
  return (
    <div className="desk-side">
      <ul className="desk-list" aria-label={text('office.validation.decisions')} ref={list}>
        {decisions.map((decision) => (
          <DecisionRow key={decision.application} decision={decision} isHere={decision.application === here} onHere={onHere} />
        ))}
      </ul>
    </div>
  );
}

type RowProps = { readonly decision: Decision; readonly isHere: boolean; readonly onHere: (application: string) => void };

function DecisionRow({ decision, isHere, onHere }: RowProps) {
  const { language } = useSpeech();
  const { application, position, number, names, outcome, againstScore, inSample, lookedAt, returned } = decision;
  return (
    <li className={isHere ? 'desk-row desk-row-here' : 'desk-row'}>
      <button type="button" aria-current={isHere ? 'true' : undefined} onClick={() => onHere(application)}>
        <strong>
          <bdi>{position}</bdi> · <bdi>{calledIn(language, names)}</bdi>
        </strong>
        <span>
          <bdi dir="ltr">{inFours(number)}</bdi> · <Words k={`commissions.outcome.${outcome}`} />
        </span>
        <span className="marks">
          {againstScore ? (
            <Tag look="warning">
              <Words k="office.validation.against" />
            </Tag>
          ) : null}
          {returned !== undefined ? (
            <Tag look="refused">
              <Words k="office.validation.returned" />
            </Tag>
          ) : lookedAt !== undefined ? (
            <Tag look="open">
              <Words k="office.validation.looked" />
            </Tag>
          ) : inSample ? (
            <Tag look="todo">
              <Words k="office.validation.in-sample" />
            </Tag>
          ) : null}
        </span>
      </button>
    </li>
  );
}
