import { useRef } from 'react';
import { Link, useLocation } from 'wouter';
import { neighboursOf } from '../../client/file-list.ts';
import { useAnswer, useOffice } from '../../client/office-context.tsx';
import { mayDo } from '../../client/session.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { FileHeader } from './file-header.tsx';
import { type FileView, permissionOf, placeIn, type Section, sections } from './file-view.ts';
import { ChecksSection } from './sections/checks.tsx';
import { FamilySection } from './sections/family.tsx';
import { HistorySection } from './sections/history.tsx';
import { LettersSection } from './sections/letters.tsx';
import { PapersSection } from './sections/papers.tsx';
import { ProofSection } from './sections/proof.tsx';
import { ScoreSection } from './sections/score.tsx';
import { SummarySection } from './sections/summary.tsx';

/** One file on one page: who and where it stands above, its parts below, each a digit away. */
export function FileScreen() {
  const [path] = useLocation();
  const { id, section } = placeIn(path);
  const asked = useAnswer('applications.one-file', id === '' ? undefined : { application: id });
  const again = asked.state === 'ready' ? asked.again : () => undefined;
  return (
    <>
      {asked.state === 'ready' ? null : <Title />}
      <Shown asked={asked}>
        {({ file }) => (file === undefined ? <NotHere /> : <Whole file={file} section={section} again={again} />)}
      </Shown>
    </>
  );
}

function Title() {
  return (
    <h1>
      <Words k="office.areas.file" />
    </h1>
  );
}

function NotHere() {
  return (
    <>
      <Title />
      <Empty>
        <Words k="applications.refusal.file-not-found" />
      </Empty>
    </>
  );
}

export type SectionProps = { readonly file: FileView; readonly again: () => void };

const shown: Readonly<Record<Section, (props: SectionProps) => React.ReactNode>> = {
  summary: SummarySection,
  family: FamilySection,
  papers: PapersSection,
  checks: ChecksSection,
  score: ScoreSection,
  history: HistorySection,
  letters: LettersSection,
  proof: ProofSection,
};

function Whole({ file, section: wanted, again }: SectionProps & { readonly section: Section }) {
  const own = useOwnSections();
  const section = own.includes(wanted) ? wanted : 'summary';
  const Part = shown[section];
  useNeighbours(file.id, section);
  return (
    <article className="file">
      <FileHeader file={file} />
      <SectionRail id={file.id} section={section} />
      <section className="file-part">
        <h2 className="unseen">
          <Words k={`office.file.section.${section}`} />
        </h2>
        <Part key={section} file={file} again={again} />
      </section>
    </article>
  );
}

/** The parts that whoever is signed in has. */
function useOwnSections(): readonly Section[] {
  const { session } = useOffice();
  return sections.filter((one) => {
    const permission = permissionOf[one];
    return permission === undefined || mayDo(session, permission);
  });
}

/** `[` and `]` go to the file before and after in the list that was left, at the same part. */
function useNeighbours(id: string, section: Section): void {
  const [, go] = useLocation();
  const { previous, next } = neighboursOf(id);
  useShortcut('file-previous', () => go(`/file/${previous}/${section}`), previous !== undefined);
  useShortcut('file-next', () => go(`/file/${next}/${section}`), next !== undefined);
}

function SectionRail({ id, section }: { readonly id: string; readonly section: Section }) {
  const text = useText();
  const own = useOwnSections();
  return (
    <nav className="file-sections" aria-label={text('office.file.sections')}>
      <ul>
        {own.map((one, place) => (
          <SectionLink key={one} id={id} section={one} digit={place + 1} isHere={one === section} />
        ))}
      </ul>
    </nav>
  );
}

type LinkProps = { readonly id: string; readonly section: Section; readonly digit: number; readonly isHere: boolean };

function SectionLink({ id, section, digit, isHere }: LinkProps) {
  const [, go] = useLocation();
  const href = useRef('');
  href.current = `/file/${id}/${section}`;
  useShortcut(`section-${digit}` as 'section-1', () => go(href.current));
  return (
    <li>
      <Link href={href.current} aria-current={isHere ? 'page' : undefined}>
        <Words k={`office.file.section.${section}`} /> <kbd>{digit}</kbd>
      </Link>
    </li>
  );
}
