import { formatNumber } from '#platform/i18n';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { answerRows } from '../file/answer-rows.ts';
import { Said } from '../file/said.tsx';
import { Compared } from './compared.tsx';
import type { FullAppeal } from './one-appeal.tsx';

type Seen = NonNullable<FullAppeal['before']>;
type Condition = Seen['conditions'][number];

/** The score condition by condition, the registers and the answers, when it was decided and now; what differs is marked. */
export function BeforeAndNow({ found }: { readonly found: FullAppeal }) {
  const { before, now, today, changed } = found;
  if (before === undefined || now === undefined) return null;
  return (
    <section className="before-and-now">
      <h3>
        <Words k="office.appeals.before-and-now" />
      </h3>
      <Conditions before={before} now={now} today={today} />
      {now.checks.length === 0 ? null : <Checks before={before} now={now} />}
      {changed.length === 0 ? (
        <p className="hint">
          <Words k="office.appeals.nothing-corrected" />
        </p>
      ) : (
        <Answers found={found} />
      )}
    </section>
  );
}

type ConditionsProps = { readonly before: Seen; readonly now: Seen; readonly today: FullAppeal['today'] };

function Conditions({ before, now, today }: ConditionsProps) {
  const columns = [before, now, ...(today === undefined ? [] : [today])];
  const heads = ['condition', 'before', 'now', ...(today === undefined ? [] : ['today'])];
  const keys = [...new Set(columns.flatMap((seen) => seen.conditions.map(({ key }) => key)))];
  return (
    <Compared name="conditions" heads={heads}>
      {keys.map((key) => {
        const cells = columns.map((seen) => seen.conditions.find((condition) => condition.key === key));
        return (
          <tr key={key} data-changed={cells[0]?.value !== cells[1]?.value}>
            <th scope="row">
              <Words k={`eligibility.condition.${key.replaceAll('_', '-')}`} />
            </th>
            {cells.map((condition, place) => (
              <td key={heads[place + 1]}>
                {condition === undefined ? <Words k="office.file.no-answer" /> : <Value condition={condition} />}
              </td>
            ))}
          </tr>
        );
      })}
      <tr data-changed={before.outcome !== now.outcome}>
        <th scope="row">
          <Words k="office.appeals.comes-to" />
        </th>
        {columns.map(({ outcome, formula }, place) => (
          <td key={heads[place + 1]}>
            <Proposed outcome={outcome} /> <bdi className="hint">{formula}</bdi>
          </td>
        ))}
      </tr>
    </Compared>
  );
}

function Proposed({ outcome }: { readonly outcome: string | null }) {
  if (outcome === null) return <Words k="office.file.no-answer" />;
  return (
    <strong>
      <Words k={`eligibility.category.${outcome.replaceAll('_', '-')}`} />
    </strong>
  );
}

function Value({ condition: { value, limit, met } }: { readonly condition: Condition }) {
  const { language } = useSpeech();
  return (
    <>
      {value === null ? <Words k="office.file.no-answer" /> : <bdi dir="ltr">{formatNumber(language, value)}</bdi>}{' '}
      <Tag look={met === null ? 'waiting' : met ? 'open' : 'refused'}>
        <Words k={`eligibility.met.${met === null ? 'unknown' : met ? 'yes' : 'no'}`} />
      </Tag>{' '}
      <span className="hint">
        <Words k="office.sitting.limit" facts={{ limit: formatNumber(language, limit) }} />
      </span>
    </>
  );
}

/** How many answers of each register part from what was declared. */
function Checks({ before, now }: { readonly before: Seen; readonly now: Seen }) {
  return (
    <Compared name="checks" heads={['register', 'before', 'now']}>
      {now.checks.map(({ partner, differences }) => {
        const was = before.checks.find((check) => check.partner === partner)?.differences;
        return (
          <tr key={partner} data-changed={was !== differences}>
            <th scope="row">
              <Words k={`verifications.partner.${partner}`} />
            </th>
            <td>
              {was === undefined ? (
                <Words k="office.file.no-answer" />
              ) : (
                <Words k="office.appeals.differences" facts={{ count: was }} />
              )}
            </td>
            <td>
              <Words k="office.appeals.differences" facts={{ count: differences }} />
            </td>
          </tr>
        );
      })}
    </Compared>
  );
}

/** Answers corrected since the decision, called as the form calls them. */
function Answers({ found: { appeal, changed } }: { readonly found: FullAppeal }) {
  const text = useText();
  const asked = useAnswer('applications.one-file', { application: appeal.application });
  const file = asked.state === 'ready' ? asked.data.file : undefined;
  const rows = new Map(file ? answerRows(file).map((row) => [row.place, row]) : []);
  return (
    <Compared name="answers" heads={['answer', 'before', 'now']}>
      {changed.map(({ place, before, now }) => {
        const row = rows.get(place);
        return (
          <tr key={place} data-changed>
            <th scope="row">
              {row ? text(row.label) : <bdi dir="ltr">{place}</bdi>}
              {row?.ref === undefined ? null : ` · ${row.ref}`}
            </th>
            {[before, now].map((value, at) => (
              <td key={at === 0 ? 'before' : 'now'}>
                <Said row={{ kind: kindOf(value), ...row, value }} />
              </td>
            ))}
          </tr>
        );
      })}
    </Compared>
  );
}

function kindOf(value: unknown): 'flag' | 'text' {
  return typeof value === 'boolean' ? 'flag' : 'text';
}
