import { Words } from '../../client/words.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import type { RuledFile } from './recap.ts';

type AgainstProps = { readonly files: readonly RuledFile[]; readonly awaiting: readonly RuledFile[] };

/** Every decision against the score, as the minutes will list them: what was proposed, what was decided, why, and with whom. */
export function AgainstScore({ files, awaiting }: AgainstProps) {
  return (
    <section>
      <h2>
        <Words k="office.minutes.against" facts={{ files: files.length }} />
      </h2>
      {files.length === 0 ? (
        <Empty>
          <Words k="office.minutes.none-against" />
        </Empty>
      ) : (
        <Table>
          <TableHead
            words="office.minutes.column"
            columns={['place', 'number', 'head', 'proposal', 'decided', 'reason', 'second']}
          />
          <tbody>
            {files.map((file) => (
              <AgainstRow key={file.application} file={file} awaits={awaiting.includes(file)} />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

function AgainstRow({
  file: { position, number, names, proposal, ruling },
  awaits,
}: {
  readonly file: RuledFile;
  readonly awaits: boolean;
}) {
  return (
    <tr>
      <td>{position}</td>
      <td>
        <NumberOf number={number} />
      </td>
      <th scope="row">
        <NameOf names={names} />
      </th>
      <td>
        <Words k={`office.agenda.proposal.${proposal}`} />
      </td>
      <td>
        <strong>
          <Words k={`commissions.outcome.${ruling.outcome}`} />
        </strong>
      </td>
      <td>
        <Words k={`commissions.reason.${ruling.reason}`} />
        {ruling.remark === undefined ? null : (
          <span className="hint block">
            <bdi>{ruling.remark}</bdi>
          </span>
        )}
      </td>
      <td>
        {ruling.seconded !== undefined ? (
          <Tag look="open">
            <Words k="office.minutes.seconded" />
          </Tag>
        ) : awaits ? (
          <Tag look="todo">
            <Words k="office.minutes.awaits-second" />
          </Tag>
        ) : (
          '–'
        )}
      </td>
    </tr>
  );
}
