import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { AnswerForm } from './answer-form.tsx';
import { Delays } from './delays.tsx';
import { ToldTable } from './told-table.tsx';

/** What is late and about to be: what was escalated to this post, what it is warned of, and every delay of the law with who holds what. */
export function DeadlinesScreen() {
  const told = useAnswer('applications.told-to-me', {});
  const delays = useAnswer('applications.deadlines', {});
  const readsSittings = useMayDo('commissions:read');
  const ofCommissions = useAnswer('commissions.deadlines', readsSittings ? {} : undefined);
  return (
    <section className="deadlines">
      <h1>
        <Words k="office.deadlines.title" />
      </h1>
      <Shown asked={told}>
        {({ escalated, warned, mayAnswer }) => (
          <>
            {mayAnswer ? (
              <section>
                <h2>
                  <Words k="office.deadlines.escalated" />
                </h2>
                {escalated.all === 0 ? <Nothing k="nothing-escalated" /> : <AnswerForm told={escalated} onDone={again} />}
              </section>
            ) : null}
            <section>
              <h2>
                <Words k="office.deadlines.warned" />
              </h2>
              {warned.all === 0 ? <Nothing k="nothing-warned" /> : <ToldTable label="warned" told={warned} />}
            </section>
          </>
        )}
      </Shown>
      <h2>
        <Words k="office.deadlines.all-delays" />
      </h2>
      <Shown asked={delays}>
        {(answer) => (
          <Delays delays={answer.delays} counted={ofCommissions.state === 'ready' ? ofCommissions.data.counted : []} />
        )}
      </Shown>
    </section>
  );

  function again() {
    if (told.state !== 'loading') told.again();
  }
}

function Nothing({ k }: { readonly k: string }) {
  return (
    <Empty>
      <Words k={`office.deadlines.${k}`} />
    </Empty>
  );
}
