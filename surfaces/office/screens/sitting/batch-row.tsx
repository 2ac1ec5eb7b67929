import { formatNumber } from '#platform/i18n';
import { calledIn } from '../../client/names.ts';
import { type ShortcutName, useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { barsOf } from './bars.ts';
import type { FileNow } from './room-now.ts';

type RowProps = {
  readonly file: FileNow;
  readonly digit: number;
  readonly isOut: boolean;
  readonly hidesNames: boolean;
  readonly onTurn: () => void;
};

/** A family in one line of five facts; X, its digit or the space bar on it pulls it out of the batch. */
export function BatchRow({ file, digit, isOut, hidesNames, onTurn }: RowProps) {
  const { language } = useSpeech();
  const text = useText();
  const hasDigit = digit < 10;
  useShortcut(`choice-${hasDigit ? digit : 9}` as ShortcutName, onTurn, hasDigit);
  const name = hidesNames ? text('office.sitting.name-hidden') : calledIn(language, file.names);
  return (
    <tr className={isOut ? 'row-out' : undefined}>
      <td>
        <label className="pull">
          <input
            type="checkbox"
            data-row
            data-file={file.application}
            checked={isOut}
            disabled={file.ruling !== undefined}
            onChange={onTurn}
            aria-label={text('office.sitting.pull-out', { name })}
          />
          {hasDigit ? <kbd>{digit}</kbd> : null}
        </label>
      </td>
      <th scope="row">
        <bdi>{file.position}</bdi> · <bdi>{name}</bdi>
      </th>
      <td>
        <Words k="office.sitting.persons" facts={{ persons: file.persons }} /> ·{' '}
        <Words k={`office.sitting.milieu.${file.milieu}`} />
      </td>
      <td>
        <ConditionsInShort file={file} />
      </td>
      <td>
        <Words
          k="office.sitting.registers"
          facts={{ answered: file.checks.filter(({ state }) => state === 'answered').length, of: file.checks.length }}
        />
      </td>
      <td>
        <Words k="office.sitting.of" facts={file.papers} />
      </td>
      <td>
        <strong>
          {file.ruling === undefined ? (
            <Words k={`eligibility.category.${file.proposal.replaceAll('_', '-')}`} />
          ) : (
            <Words k={`commissions.outcome.${file.ruling.outcome}`} />
          )}
        </strong>
      </td>
    </tr>
  );
}

function ConditionsInShort({ file }: { readonly file: FileNow }) {
  const { language } = useSpeech();
  return barsOf(file.conditions).map(({ key, value, limit }) => (
    <span key={key} className="condition-short">
      <Words k={`office.sitting.condition-short.${key.replaceAll('_', '-')}`} />{' '}
      <Words
        k="office.sitting.of-limit"
        facts={{ value: value === null ? '?' : formatNumber(language, value), limit: formatNumber(language, limit) }}
      />
    </span>
  ));
}
