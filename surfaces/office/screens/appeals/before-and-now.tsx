import { useText, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import type { FullAppeal } from './one-appeal.tsx';

type Seen = NonNullable<FullAppeal['before']>;

/** The score condition by condition and the registers, when it was decided and now; what differs is marked. */
export function BeforeAndNow({ found }: { readonly found: FullAppeal }) {
  const { before, now, today, changed } = found;
  if (before === undefined || now === undefined) return null;
  return (
    <section>
      <h3>
        <Words k="office.appeals.before-and-now" />
      </h3>
      <Conditions before={before} now={now} today={today?.conditions} />
      <Checks before={before} now={now} />
      <h4>
        <Words k="office.appeals.changed" facts={{ answers: changed.length }} />
      </h4>
      <ul>
        {changed.map((answer) => (
          <li key={answer.place}>
            <bdi dir="ltr">
              {answer.place}: {told(answer.before)} → {told(answer.now)}
            </bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

type ConditionsProps = { readonly before: Seen; readonly now: Seen; readonly today: Seen['conditions'] | undefined };

function Conditions({ before, now, today }: ConditionsProps) {
  const text = useText();
  const heads = ['condition', 'limit', 'before', 'now', ...(today === undefined ? [] : ['today'])];
  return (
    <table aria-label={text('office.appeals.conditions')}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              <Words k={`office.appeals.head.${head}`} />
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {before.conditions.map((condition, place) => {
          const later = now.conditions[place];
          return (
            <tr key={condition.key}>
              <th scope="row">
                <Words k={`eligibility.condition.${condition.key.replaceAll('_', '-')}`} />
              </th>
              <td>{condition.limit}</td>
              <td>
                <Value condition={condition} />
              </td>
              <td>{later === undefined ? '–' : <Value condition={later} isOther={later.value !== condition.value} />}</td>
              {today === undefined ? null : <td>{today[place] === undefined ? '–' : <Value condition={today[place]} />}</td>}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}

type ValueProps = { readonly condition: Seen['conditions'][number]; readonly isOther?: boolean };

function Value({ condition: { value, met }, isOther = false }: ValueProps) {
  const said = value === null ? '–' : Math.round(value * 100) / 100;
  return (
    <Tag look={met === true ? 'open' : met === false ? 'refused' : 'waiting'}>
      {said} <Words k={met === true ? 'office.appeals.met' : 'office.appeals.not-met'} />
      {isOther ? (
        <>
          {' '}
          <strong>
            <Words k="office.appeals.other" />
          </strong>
        </>
      ) : null}
    </Tag>
  );
}

function Checks({ before, now }: { readonly before: Seen; readonly now: Seen }) {
  return (
    <ul>
      {now.checks.map(({ partner, differences }, place) => {
        const was = before.checks[place]?.differences ?? 0;
        return (
          <li key={partner}>
            <bdi>{partner.toUpperCase()}</bdi> <Words k="office.appeals.differences" facts={{ was, now: differences }} />
          </li>
        );
      })}
    </ul>
  );
}

function told(value: unknown): string {
  return value === undefined ? '–' : JSON.stringify(value);
}
