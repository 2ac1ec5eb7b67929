import type { Assessment } from '#modules/eligibility';
import { formatNumber } from '#platform/i18n';
import { useAnswer } from '../../../client/office-context.tsx';
import { useSpeech, Words } from '../../../client/words.tsx';
import { Empty, Shown } from '../../../components/states.tsx';
import { Table } from '../../../components/table.tsx';
import { TableHead } from '../../../components/table-head.tsx';
import { Tag } from '../../../components/tag.tsx';
import type { SectionProps } from '../file.tsx';

type Condition = Assessment['conditions'][number];

/** The score condition by condition, with what weighed most and the version of the rule that made it. */
export function ScoreSection({ file }: SectionProps) {
  const asked = useAnswer('applications.assessment-of-file', { application: file.id });
  return (
    <Shown asked={asked} isEmpty={({ assessment }) => assessment === undefined} empty={<NoScore />}>
      {({ assessment }) =>
        assessment === undefined ? null : <Explained assessment={JSON.parse(assessment.result) as Assessment} />
      }
    </Shown>
  );
}

function NoScore() {
  return (
    <Empty>
      <Words k="office.file.no-score" />
    </Empty>
  );
}

function Explained({ assessment }: { readonly assessment: Assessment }) {
  const { formula, conditions, outcome, unfavourable, favourable } = assessment;
  return (
    <>
      <p className="score-outcome">
        <Words k={`eligibility.category.${outcome.replaceAll('_', '-')}`} />
      </p>
      <Table>
        <TableHead words="office.file.score" columns={['condition', 'value', 'limit', 'met']} />
        <tbody>
          {conditions.map((condition) => (
            <ConditionRow key={condition.key} condition={condition} />
          ))}
        </tbody>
      </Table>
      <Factors k="office.file.score.against" factors={unfavourable} />
      <Factors k="office.file.score.for" factors={favourable} />
      <p className="hint">
        <Words k="office.file.score.rule" facts={{ formula: formula.id, version: String(formula.version) }} />{' '}
        <bdi dir="ltr">{formula.digest.slice(0, 12)}</bdi>
        {formula.status === 'official' ? null : (
          <>
            {' '}
            <Words k={`eligibility.caution.${formula.status}`} />
          </>
        )}
      </p>
    </>
  );
}

function ConditionRow({ condition: { key, value, limit, met, near } }: { readonly condition: Condition }) {
  const { language } = useSpeech();
  return (
    <tr>
      <th scope="row">
        <Words k={`eligibility.condition.${key.replaceAll('_', '-')}`} />
      </th>
      <td>{value === null ? <Words k="office.file.no-answer" /> : <bdi dir="ltr">{formatNumber(language, value)}</bdi>}</td>
      <td>
        <bdi dir="ltr">{formatNumber(language, limit)}</bdi>
      </td>
      <td>
        <Tag look={met === null ? 'waiting' : met ? 'open' : 'refused'}>
          <Words k={`eligibility.met.${met === null ? 'unknown' : met ? 'yes' : 'no'}`} />
        </Tag>{' '}
        {near ? <Words k="office.file.score.near" /> : null}
      </td>
    </tr>
  );
}

function Factors({ k, factors }: { readonly k: string; readonly factors: Assessment['favourable'] }) {
  if (factors.length === 0) return null;
  return (
    <section>
      <h3>
        <Words k={k} />
      </h3>
      <ul className="plain">
        {factors.map(({ score, label }) => (
          <li key={`${score} ${label}`}>
            <Words k={`eligibility.factor.${label.replaceAll('_', '-')}`} />
          </li>
        ))}
      </ul>
    </section>
  );
}
