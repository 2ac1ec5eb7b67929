import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { downloadCsv } from '../../client/download.ts';
import { formatMoment } from '../../client/moments.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useInScript, useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Failed, Loading } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { PlaceName } from '../administration/post-name.tsx';
import { toCsv } from './lines-csv.ts';
import { type Asking, type Line, readLines, type Sought } from './sought.ts';

/** As many lines as one file to keep may hold; who needs more asks for fewer days. */
const MOST_EXPORTED = 5_000;

/** The lines found, the latest first, a page after the other; all of them go into a file of their own. */
export function JournalLines({ sought }: { readonly sought: Sought }) {
  const { client } = useOffice();
  const found = useInfiniteQuery({
    queryKey: ['journal', sought],
    queryFn: ({ pageParam }) => readLines(client, sought, pageParam),
    initialPageParam: undefined as Asking['after'],
    getNextPageParam: (page) => page.next,
    networkMode: 'always',
    retry: false,
  });
  const [isExporting, setExporting] = useState(false);
  const save = async () => {
    setExporting(true);
    try {
      downloadCsv(toCsv(await readAll((after) => readLines(client, sought, after, 500))), `${sought.kind}.csv`);
    } finally {
      setExporting(false);
    }
  };
  useShortcut('export', () => void save());
  if (found.status === 'pending') return <Loading />;
  if (found.status === 'error') return <Failed error={found.error} again={() => void found.refetch()} />;
  const lines = found.data.pages.flatMap((page) => page.lines);
  if (lines.length === 0)
    return (
      <Empty>
        <Words k="office.journal.nothing" />
      </Empty>
    );
  return (
    <>
      <LinesTable lines={lines} />
      <div className="buttons">
        <Button isDisabled={!found.hasNextPage} onPress={() => void found.fetchNextPage()}>
          <Words k="office.journal.more" />
        </Button>
        <Button keys="E" isBusy={isExporting} onPress={() => void save()}>
          <Words k="office.journal.export" />
        </Button>
      </div>
    </>
  );
}

async function readAll(read: (after?: Asking['after']) => ReturnType<typeof readLines>): Promise<readonly Line[]> {
  const lines: Line[] = [];
  let after: Asking['after'];
  do {
    const page = await read(after);
    lines.push(...page.lines);
    after = page.next;
  } while (after !== undefined && lines.length < MOST_EXPORTED);
  return lines;
}

function LinesTable({ lines }: { readonly lines: readonly Line[] }) {
  const text = useText();
  const { language } = useSpeech();
  return (
    <Table aria-label={text('office.journal.title')}>
      <TableHead words="office.journal.column" columns={['when', 'what', 'who', 'whose', 'detail']} />
      <tbody>
        {lines.map((line, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: lines of the journal never move
          <tr key={at}>
            <td className="nowrap">{formatMoment(language, Date.parse(line.at))}</td>
            <td>
              <code dir="ltr">{'action' in line ? line.action : line.question}</code>
            </td>
            <td>
              <Who who={line.who} />
            </td>
            <td>
              <code dir="ltr" className="subject">
                {line.subject}
              </code>{' '}
              {line.territory === '' ? null : <PlaceName code={line.territory} />}
            </td>
            <td>
              {'action' in line ? (
                <bdi>{line.reason ?? ''}</bdi>
              ) : (
                <Words k="office.journal.shown" facts={{ count: line.shown }} />
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** Whoever did it, from which post, and for whom where the post is another's. */
function Who({ who }: { readonly who: Line['who'] }) {
  const inScript = useInScript();
  const { nameFr, nameAr, role, actingFor } = who;
  return (
    <>
      {nameFr === undefined ? <code dir="ltr">{who.actor}</code> : <bdi>{inScript({ fr: nameFr, ar: nameAr ?? '' })}</bdi>}
      {role === undefined ? null : (
        <span className="hint">
          {' '}
          · <Words k={`office.role.${role}`} />
        </span>
      )}
      {actingFor === undefined ? null : (
        <span className="hint">
          {' '}
          · <Words k="office.journal.for" facts={{ name: inScript({ fr: actingFor.nameFr, ar: actingFor.nameAr }) }} />
        </span>
      )}
    </>
  );
}
