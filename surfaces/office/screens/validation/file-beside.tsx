import { Link } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Shown } from '../../components/states.tsx';
import { ChecksSection } from '../file/sections/checks.tsx';
import { ScoreSection } from '../file/sections/score.tsx';
import type { Decision } from './to-validate.ts';

/** What was decided and why, over what it was decided upon: the score condition by condition, and what the registers answered. */
export function FileBeside({ decision }: { readonly decision: Decision }) {
  const { application, number, names, proposal, outcome, reason, remark, returned } = decision;
  const asked = useAnswer('applications.one-file', { application });
  return (
    <article className="beside-file">
      <h3>
        <NameOf names={names} /> · <NumberOf number={number} />
      </h3>
      <dl className="decided">
        <div>
          <dt>
            <Words k="office.minutes.column.proposal" />
          </dt>
          <dd>
            <Words k={`office.agenda.proposal.${proposal}`} />
          </dd>
        </div>
        <div>
          <dt>
            <Words k="office.minutes.column.decided" />
          </dt>
          <dd>
            <strong>
              <Words k={`commissions.outcome.${outcome}`} />
            </strong>{' '}
            · <Words k={`commissions.reason.${reason}`} />
          </dd>
        </div>
      </dl>
      {remark === undefined ? null : (
        <p className="remark">
          <bdi>{remark}</bdi>
        </p>
      )}
      {returned === undefined ? null : (
        <p className="fault">
          <Words k={`commissions.return-reason.${returned.reason}`} /> <bdi>{returned.words}</bdi>
        </p>
      )}
      <Shown asked={asked}>
        {({ file }) =>
          file === undefined ? null : (
            <>
              <ScoreSection file={file} again={() => undefined} />
              <ChecksSection file={file} again={() => undefined} />
            </>
          )
        }
      </Shown>
      <Link href={`/file/${application}`}>
        <Words k="office.validation.whole-file" />
      </Link>
    </article>
  );
}
