import { useState } from 'react';
import type { ShortcutName } from '../../client/shortcuts.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import type { PageOnFile, PaperStanding } from '../file/paper-standings.ts';
import { PageDialog } from './page-dialog.tsx';
import type { FileOfPapers } from './typed-here.ts';

type RailProps = {
  readonly file: FileOfPapers;
  readonly standings: readonly PaperStanding[];
  /** How many pages of each wait to be sent, or were sent just now. */
  readonly waiting: ReadonlyMap<string, number>;
  readonly chosen: string | undefined;
  readonly onKind: (kind: string) => void;
  readonly onChanged: () => void;
};

/** The papers of the family, each with its digit: missing, or there. Pressing one says which paper the page before the eyes is of. */
export function KindRail({ file, standings, waiting, chosen, onKind, onChanged }: RailProps) {
  const [changing, setChanging] = useState<PageOnFile>();
  return (
    <>
      <ol className="kinds">
        {standings.map((paper, place) => (
          <KindRow
            key={paper.kind}
            paper={paper}
            digit={place + 1}
            waiting={waiting.get(paper.kind) ?? 0}
            isChosen={paper.kind === chosen}
            number={file.number}
            onKind={onKind}
            onChange={setChanging}
          />
        ))}
      </ol>
      {changing === undefined ? null : (
        <PageDialog
          file={{ id: file.id, number: file.number ?? '' }}
          page={changing}
          onClose={() => setChanging(undefined)}
          onDone={onChanged}
        />
      )}
    </>
  );
}

type RowProps = {
  readonly paper: PaperStanding;
  readonly digit: number;
  readonly waiting: number;
  readonly isChosen: boolean;
  readonly number: string | undefined;
  readonly onKind: (kind: string) => void;
  readonly onChange: (page: PageOnFile) => void;
};

function KindRow({ paper: { kind, copies, isThere, pages }, digit, waiting, isChosen, number, onKind, onChange }: RowProps) {
  const { language } = useSpeech();
  const isHere = isThere || waiting > 0;
  useShortcut(`section-${Math.min(digit, 9)}` as ShortcutName, () => onKind(kind), digit <= 9);
  return (
    <li>
      <button type="button" className={isChosen ? 'kind kind-here' : 'kind'} aria-pressed={isChosen} onClick={() => onKind(kind)}>
        {digit <= 9 ? <kbd>{digit}</kbd> : <span />}
        <span>
          <Words k={`applications.paper.${kind}`} />
        </span>
        {isHere || copies > 0 ? (
          <Tag look={isHere ? 'open' : 'waiting'}>
            <Words k={isHere ? 'office.papers.there' : 'office.papers.missing'} />
          </Tag>
        ) : null}
      </button>
      {pages.filter(({ takenBack }) => !takenBack).length === 0 ? null : (
        <span className="kind-pages">
          {pages.map((page, place) =>
            page.takenBack ? null : (
              <span key={page.id}>
                {page.scan === 'clean' ? (
                  <a href={`/${language}/follow/${number}/papers/page/${page.id}`} target="_blank" rel="noreferrer">
                    <Words k="office.papers.page" facts={{ number: place + 1 }} />
                  </a>
                ) : (
                  <Words k={`office.papers.scan.${page.scan}`} />
                )}{' '}
                <button type="button" className="button button-link" onClick={() => onChange(page)}>
                  <Words k="office.papers.change-kind" />
                </button>
              </span>
            ),
          )}
        </span>
      )}
    </li>
  );
}
