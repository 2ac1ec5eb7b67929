import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { CommuneOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Quoted } from './quoted.tsx';
import { Ruled } from './ruled.tsx';

type Lesson = QuestionOutput<'commissions.appeal-lessons'>['lessons'][number];
type Counted = QuestionOutput<'commissions.appeal-statistics'>['criteria'][number];

/** What the provincial commission changed and why, case by case and counted; counts name nobody. */
export function Lessons() {
  const lessons = useAnswer('commissions.appeal-lessons', {});
  const counts = useAnswer('commissions.appeal-statistics', {});
  return (
    <>
      <Shown asked={counts}>
        {({ all, criteria, findings, commissions, milieux }) => (
          <>
            <p>
              <Words k="office.appeals.ruled" facts={{ ruled: all.ruled, changed: all.reformed + all.sentBack }} />
            </p>
            <Counts name="criterion" lines={criteria} prefix="commissions.criterion" />
            <Counts name="finding" lines={findings} prefix="commissions.appeal-finding" />
            <Counts name="commission" lines={commissions} />
            <Counts name="milieu" lines={milieux} prefix="office.fairness.part" />
          </>
        )}
      </Shown>
      <h2>
        <Words k="office.appeals.changed-decisions" />
      </h2>
      <Shown
        asked={lessons}
        isEmpty={(answer) => answer.lessons.length === 0}
        empty={
          <Empty>
            <Words k="office.appeals.no-lesson" />
          </Empty>
        }
      >
        {(answer) => (
          <ul className="lessons">
            {answer.lessons.map((lesson) => (
              <OneLesson key={lesson.appeal} lesson={lesson} />
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}

type CountsProps = { readonly name: string; readonly lines: readonly Counted[]; readonly prefix?: string };

function Counts({ name, lines, prefix }: CountsProps) {
  const text = useText();
  if (lines.length === 0) return null;
  return (
    <Table aria-label={text(`office.appeals.by.${name}`)}>
      <TableHead
        words="office.appeals"
        columns={[`by.${name}`, 'count.ruled', 'count.reformed', 'count.sent-back', 'count.share']}
      />
      <tbody>
        {lines.map((line) => (
          <tr key={line.group}>
            <th scope="row">{prefix ? <Words k={`${prefix}.${line.group}`} /> : <CommuneOf code={line.group} />}</th>
            <td>{line.ruled}</td>
            <td>{line.reformed}</td>
            <td>{line.sentBack}</td>
            <td>
              <Words
                k="office.appeals.share"
                facts={{ share: percent(line.share), low: percent(line.low), high: percent(line.high) }}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

function percent(share: number): number {
  return Math.round(share * 100);
}

function OneLesson({ lesson: { number, territory, first, answer } }: { readonly lesson: Lesson }) {
  const { language } = useSpeech();
  const arrow = language === 'ar' ? '←' : '→';
  return (
    <li className="sheet">
      <p>
        <NumberOf number={number} /> · <CommuneOf code={territory} /> ·{' '}
        <Words k="office.appeals.held-on" facts={{ day: first.heldOn }} />
      </p>
      <p>
        <Words k={`commissions.outcome.${first.outcome}`} /> (<Words k={`commissions.reason.${first.reason}`} />){' '}
        <span aria-hidden="true">{arrow}</span>{' '}
        <strong>
          <Ruled outcome={answer.outcome} />
          {answer.category === null ? null : (
            <>
              {' · '}
              <Words k={`commissions.outcome.${answer.category}`} />
            </>
          )}
        </strong>
      </p>
      <ul className="plain">
        {answer.findings.map(({ criterion, finding }) => (
          <li key={criterion}>
            <Words k={`commissions.criterion.${criterion}`} /> · <Words k={`commissions.appeal-finding.${finding}`} />
          </li>
        ))}
      </ul>
      <Quoted>{answer.words}</Quoted>
      {answer.asks === null ? null : <Quoted>{answer.asks}</Quoted>}
    </li>
  );
}
