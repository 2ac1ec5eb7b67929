import { useState } from 'react';
import { useAttempt } from '../../client/use-attempt.ts';
import { useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { NameOf } from '../../components/naming.tsx';
import { CodeFields, noProof } from './code-fields.tsx';
import type { RuledFile } from './recap.ts';

type SecondProps = {
  readonly sitting: string;
  readonly files: readonly RuledFile[];
  readonly onClose: () => void;
  readonly onDone: () => void;
};

/** Another member of the room reads what was decided against the score and stands behind it, by the own code. */
export function SecondDialog({ sitting, files, onClose, onDone }: SecondProps) {
  const text = useText();
  const [proof, setProof] = useState(noProof);
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const second = async () => {
    const [login, code] = [proof.login.trim(), proof.code.trim()];
    if (login === '' || code === '') return setFault(text('office.minutes.missing'));
    const applications = files.map(({ application }) => application);
    if ((await attempt('commissions.second-rulings', { sitting, applications, login, code })) === undefined) return;
    onDone();
    onClose();
  };
  return (
    <AskDialog
      title={<Words k="office.minutes.second" facts={{ files: files.length }} />}
      does={<Words k="office.minutes.agree" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void second()}
    >
      <p>
        <Words k="office.minutes.second-means" />
      </p>
      <ul className="lines">
        {files.map(({ application, position, names, proposal, ruling }) => (
          <li key={application}>
            <span>
              <bdi>{position}</bdi> · <NameOf names={names} />
            </span>
            <span>
              <Words k={`office.agenda.proposal.${proposal}`} /> · <Words k="office.minutes.column.decided" />{' '}
              <strong>
                <Words k={`commissions.outcome.${ruling.outcome}`} />
              </strong>{' '}
              · <Words k={`commissions.reason.${ruling.reason}`} />
            </span>
          </li>
        ))}
      </ul>
      <CodeFields proof={proof} onChange={setProof} isForOneself={false} />
    </AskDialog>
  );
}
