import { formatNumber } from '#platform/i18n';
import { useSpeech, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { type Bar, barsOf } from './bars.ts';
import type { RoomFile } from './room.ts';

/** One bar for each condition: the family's value, the limit, and where poverty ends; met or not in words. */
export function ConditionBars({ conditions }: { readonly conditions: RoomFile['conditions'] }) {
  return (
    <ul className="condition-bars">
      {barsOf(conditions).map((bar) => (
        <ConditionBar key={bar.key} bar={bar} />
      ))}
    </ul>
  );
}

function ConditionBar({ bar: { key, value, limit, poorCut, met, atValue, atLimit, atCut } }: { readonly bar: Bar }) {
  const { language } = useSpeech();
  return (
    <li>
      <span className="bar-name">
        <Words k={`eligibility.condition.${key.replaceAll('_', '-')}`} />
      </span>
      <strong className="bar-value">
        {value === null ? <Words k="office.file.no-answer" /> : <bdi dir="ltr">{formatNumber(language, value)}</bdi>}
      </strong>
      <Tag look={met === null ? 'waiting' : met ? 'open' : 'refused'}>
        <Words k={`office.sitting.met.${met === null ? 'unknown' : met ? 'yes' : 'no'}`} />
      </Tag>
      <span className="bar" aria-hidden="true">
        <span className="bar-fill" data-met={met === true ? 'yes' : 'no'} style={{ inlineSize: `${atValue}%` }} />
        {atCut === undefined ? null : <span className="bar-cut" style={{ insetInlineStart: `${atCut}%` }} />}
        <span className="bar-limit" style={{ insetInlineStart: `${atLimit}%` }} />
      </span>
      <span className="bar-limits">
        <Words k="office.sitting.limit" facts={{ limit: formatNumber(language, limit) }} />
        {poorCut === undefined ? null : (
          <>
            {' '}
            · <Words k="office.sitting.poor-cut" facts={{ limit: formatNumber(language, poorCut) }} />
          </>
        )}
      </span>
    </li>
  );
}
