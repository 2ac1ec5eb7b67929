import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { formatDays } from '#platform/i18n';
import { keepList } from '../../client/file-list.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import { type Choice, chosenOf, moved, type ProposedFile, turned } from './agenda-choice.ts';

type TableProps = {
  readonly files: readonly ProposedFile[];
  readonly choice: Choice;
  readonly onChange: (choice: Choice) => void;
};

/** The files in the order of the agenda; those left out keep their place, without a number. X and Alt with an arrow act on the row one is on. */
export function AgendaTable({ files, choice, onChange }: TableProps) {
  const [, go] = useLocation();
  const [here, setHere] = useState<string>();
  const shown = files.map(({ application }) => application);
  const places = new Map(chosenOf(choice).map((file, at) => [file, at + 1]));
  const open = (at: number) => {
    keepList(shown);
    go(`/file/${shown[at]}`);
  };
  const rows = useRows(open);
  const isHere = here !== undefined && shown.includes(here);
  const move = (step: 1 | -1) => here !== undefined && onChange(moved(choice, { file: here, step, shown }));
  useShortcut('leave-out', () => here !== undefined && onChange(turned(choice, here)), isHere);
  useShortcut('move-up', () => move(-1), isHere);
  useShortcut('move-down', () => move(1), isHere);
  return (
    <Table className="queue-table agenda-table" {...rows.table}>
      <TableHead words="office.agenda.column" columns={['place', 'number', 'head', 'waits', 'proposal', 'why', 'leave-out']} />
      <tbody>
        {files.map((file, at) => (
          <AgendaRow
            key={file.application}
            file={file}
            place={places.get(file.application)}
            onOpen={() => open(at)}
            onHere={() => setHere(file.application)}
            onTurn={() => onChange(turned(choice, file.application))}
          />
        ))}
      </tbody>
    </Table>
  );
}

type RowProps = {
  readonly file: ProposedFile;
  /** Its place on the agenda; none when it stays behind. */
  readonly place: number | undefined;
  readonly onOpen: () => void;
  readonly onHere: () => void;
  readonly onTurn: () => void;
};

export const clockLooks: Readonly<Record<ProposedFile['clock'], TagLook>> = {
  normal: 'waiting',
  warning: 'warning',
  late: 'refused',
};

function AgendaRow({ file, place, onOpen, onHere, onTurn }: RowProps) {
  const { language } = useSpeech();
  return (
    <tr className={place === undefined ? 'left-out' : undefined} onFocus={onHere}>
      <td>{place ?? '–'}</td>
      <td>
        <Link href={`/file/${file.application}`} data-row onClick={onOpen}>
          <NumberOf number={file.number} />
        </Link>
      </td>
      <th scope="row">
        <NameOf names={file.names} />
      </th>
      <td>
        <Tag look={clockLooks[file.clock]}>
          {formatDays(language, file.days)}
          {file.clock === 'normal' ? null : (
            <>
              {' · '}
              <Words k={`office.agenda.clock.${file.clock}`} />
            </>
          )}
        </Tag>
      </td>
      <td>
        <Words k={`office.agenda.proposal.${file.proposal}`} />
        {file.isNearLimit ? (
          <span className="hint block">
            <Words k="office.agenda.near-limit" />
          </span>
        ) : null}
      </td>
      <td>
        <WhyHere file={file} />
      </td>
      <td className="row-deeds">
        <Button look="link" keys="X" onPress={onTurn}>
          <Words k={place === undefined ? 'office.agenda.take-in' : 'office.agenda.leave-out'} />
        </Button>
      </td>
    </tr>
  );
}

/** Why it stands at this place: what was asked of it and answered, how late it is, or that nothing stands against it. */
function WhyHere({ file: { why, note, answer, isConcordant, discordances, stood } }: { readonly file: ProposedFile }) {
  const { language } = useSpeech();
  return (
    <>
      <Words k={`commissions.place.${why}`} />
      {isConcordant && why !== 'concordant' ? (
        <>
          {' · '}
          <Words k="commissions.place.concordant" />
        </>
      ) : null}
      {stood === undefined ? null : (
        <span className="hint block">
          <Words k={`office.work.queue.${stood.state}`} /> · {formatDays(language, stood.days)}
        </span>
      )}
      {note === undefined ? null : (
        <span className="hint block">{why === 'adjourned' ? <Words k={`commissions.reason.${note}`} /> : <bdi>{note}</bdi>}</span>
      )}
      {answer === undefined ? null : (
        <span className="block">
          <bdi>{answer}</bdi>
        </span>
      )}
      {discordances.map((reason) => (
        <span key={reason} className="hint block">
          <Words k={`commissions.discordance.${reason}`} />
        </span>
      ))}
    </>
  );
}
