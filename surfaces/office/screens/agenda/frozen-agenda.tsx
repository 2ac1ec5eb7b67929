import { Link, useLocation } from 'wouter';
import { keepList } from '../../client/file-list.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import { Prints } from '../minutes/prints.tsx';
import type { Room } from '../sittings/sitting-view.ts';

/** The agenda as it was fixed, for whoever sits: read here, or printed with the convocations. */
export function FrozenAgenda({ room: { sitting, files } }: { readonly room: Room }) {
  const [, go] = useLocation();
  const mayOpen = useMayDo('commissions:record');
  const open = (at: number) => {
    keepList(files.map(({ application }) => application));
    go(`/file/${files[at]?.application}`);
  };
  const rows = useRows(open);
  useShortcut('go-on', () => go(`/sitting/${sitting.id}`), mayOpen);
  return (
    <div className="agenda">
      <p className="agenda-count">
        <Words k="office.agenda.fixed" facts={{ files: files.length }} />
      </p>
      {mayOpen ? (
        <div className="buttons">
          <Link className="button button-primary" href={`/sitting/${sitting.id}`}>
            <Words k="office.sittings.to-room" /> <kbd>C</kbd>
          </Link>
        </div>
      ) : null}
      <Prints sitting={sitting.id} papers={['agenda', 'agenda-with-proposals', 'convocations']} />
      <Table className="queue-table agenda-table" {...rows.table}>
        <TableHead words="office.agenda.column" columns={['place', 'number', 'head', 'proposal', 'marks']} />
        <tbody>
          {files.map((file, at) => (
            <tr key={file.application}>
              <td>{file.position}</td>
              <td>
                <Link href={`/file/${file.application}`} data-row onClick={() => open(at)}>
                  <NumberOf number={file.number} />
                </Link>
              </td>
              <th scope="row">
                <NameOf names={file.names} />
              </th>
              <td>
                <Words k={`office.agenda.proposal.${file.proposal}`} />
              </td>
              <td>
                {file.isConcordant ? (
                  <Tag look="open">
                    <Words k="commissions.place.concordant" />
                  </Tag>
                ) : null}
                {file.isNearLimit ? (
                  <Tag look="warning">
                    <Words k="office.agenda.near-limit" />
                  </Tag>
                ) : null}
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </div>
  );
}
