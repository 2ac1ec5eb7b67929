import { Words } from '../../client/words.tsx';
import { NumberOf } from '../../components/naming.tsx';
import type { FullAppeal } from './one-appeal.tsx';
import { Quoted } from './quoted.tsx';
import { Ruled } from './ruled.tsx';

/** What the family contests, in its own words, and what was said of it so far. */
export function Grievance({ found: { appeal } }: { readonly found: FullAppeal }) {
  return (
    <section className="sheet">
      <h3>
        <Words k="office.appeals.grievance" />
      </h3>
      <ul className="plain">
        {appeal.criteria.map((criterion) => (
          <li key={criterion}>
            <strong>
              <Words k={`commissions.criterion.${criterion}`} />
            </strong>
          </li>
        ))}
      </ul>
      {appeal.words === '' ? null : <Quoted>{appeal.words}</Quoted>}
      {appeal.isLate ? (
        <p>
          <Words k="office.appeals.was-late" facts={{ last: appeal.lastDay }} />
        </p>
      ) : null}
      {appeal.reason === null ? null : (
        <>
          <p className="hint">
            <Words k="office.appeals.examined" />
          </p>
          <Quoted>{appeal.reason}</Quoted>
        </>
      )}
    </section>
  );
}

/** What the provincial commission asked when it adjourned. */
export function AskedFor({ found: { appeal } }: { readonly found: FullAppeal }) {
  if (appeal.asked === undefined) return null;
  return (
    <section className="sheet">
      <h3>
        <Words k="office.appeals.asked-on" facts={{ day: appeal.asked.heldOn }} />
      </h3>
      <Quoted>{appeal.asked.asks}</Quoted>
      <Quoted>{appeal.asked.words}</Quoted>
    </section>
  );
}

/** What the commission decided first, on what ground, and what each institution thought where they differed. */
export function FirstDecision({ found: { first } }: { readonly found: FullAppeal }) {
  return (
    <section className="sheet">
      <h3>
        <Words k="office.appeals.first" />
      </h3>
      <p>
        <strong>
          <Words k={`commissions.outcome.${first.outcome}`} />
        </strong>{' '}
        · <Words k={`commissions.reason.${first.reason}`} />
      </p>
      <p className="hint">
        <Words k="office.appeals.held-on" facts={{ day: first.heldOn }} /> · <NumberOf number={first.sitting} />
      </p>
      {first.againstScore ? (
        <p>
          <Words k="office.appeals.against-score" />
        </p>
      ) : null}
      {first.remark === null ? null : <Quoted>{first.remark}</Quoted>}
      <ul className="plain">
        {first.opinions.map(({ institution, outcome, words = '' }) => (
          <li key={institution}>
            <Words k={`commissions.institution.${institution}`} /> · <Words k={`commissions.outcome.${outcome}`} />{' '}
            <bdi>{words}</bdi>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** What the provincial commission answers: of each point, in words, and what it asks. Ruled, it stands once the minutes are sealed. */
export function Answer({
  answer,
  name,
}: {
  readonly answer: NonNullable<FullAppeal['ruling']>;
  readonly name: 'answer' | 'ruling';
}) {
  return (
    <section className="sheet">
      <h3>
        <Words k={`office.appeals.${name}`} />
      </h3>
      <p>
        <strong>
          <Ruled outcome={answer.outcome} />
        </strong>
        {answer.category === null ? null : (
          <>
            {' '}
            · <Words k={`commissions.outcome.${answer.category}`} />
          </>
        )}
      </p>
      <ul className="plain">
        {answer.findings.map(({ criterion, finding }) => (
          <li key={criterion}>
            <Words k={`commissions.criterion.${criterion}`} /> · <Words k={`commissions.appeal-finding.${finding}`} />
          </li>
        ))}
      </ul>
      <Quoted>{answer.words}</Quoted>
      {answer.asks === null ? null : (
        <>
          <p className="hint">
            <Words k="office.appeals.asks" />
          </p>
          <Quoted>{answer.asks}</Quoted>
        </>
      )}
    </section>
  );
}
