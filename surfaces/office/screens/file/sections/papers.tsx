import { Link } from 'wouter';
import { useAnswer, useMayDo } from '../../../client/office-context.tsx';
import { useSpeech, Words } from '../../../client/words.tsx';
import { Shown } from '../../../components/states.tsx';
import { Tag } from '../../../components/tag.tsx';
import type { SectionProps } from '../file.tsx';
import { type PaperStanding, paperStandings } from '../paper-standings.ts';

/** The papers this family needs, each there or missing, with its pages to be opened. */
export function PapersSection({ file }: SectionProps) {
  const mayAdd = useMayDo('documents:add');
  const asked = useAnswer('documents.papers-on-file', { owner: `application:${file.id}` });
  return (
    <Shown asked={asked}>
      {({ pages }) => (
        <>
          <ul className="paper-list">
            {paperStandings(file, pages).map((paper) => (
              <PaperRow key={paper.kind} paper={paper} number={file.number} />
            ))}
          </ul>
          {mayAdd && file.steps.includes('add-papers') ? (
            <p className="buttons">
              <Link className="button" href={`/papers/${file.id}`}>
                <Words k="applications.step.add-papers" />
              </Link>
            </p>
          ) : null}
        </>
      )}
    </Shown>
  );
}

function PaperRow({
  paper: { kind, copies, isThere, pages },
  number,
}: {
  readonly paper: PaperStanding;
  readonly number: string;
}) {
  const { language } = useSpeech();
  return (
    <li>
      <Tag look={isThere ? 'open' : 'waiting'}>
        <Words k={isThere ? 'office.papers.there' : 'office.papers.missing'} />
      </Tag>
      <strong>
        <Words k={`applications.paper.${kind}`} />
      </strong>
      {copies > 1 ? (
        <span className="hint">
          <Words k="applications.paper.copies" facts={{ count: copies }} />
        </span>
      ) : null}
      <span className="pages">
        {pages.map((page, place) =>
          page.takenBack ? (
            <s key={page.id}>
              <Words k="office.papers.page" facts={{ number: place + 1 }} /> (
              <Words k={`documents.taken-back.${page.takenBack.reason}`} />)
            </s>
          ) : page.scan === 'clean' ? (
            <a key={page.id} href={`/${language}/follow/${number}/papers/page/${page.id}`} target="_blank" rel="noreferrer">
              <Words k="office.papers.page" facts={{ number: place + 1 }} />
            </a>
          ) : (
            <span key={page.id}>
              <Words k={`office.papers.scan.${page.scan}`} />
            </span>
          ),
        )}
      </span>
    </li>
  );
}
