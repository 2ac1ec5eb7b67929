import type { QuestionOutput } from '../client/contract.ts';
import { useAnswer, useMayDo } from '../client/office-context.tsx';
import { Words } from '../client/words.tsx';
import { Shown } from './states.tsx';

/** The pages that a family sent to prove one thing (`event:<id>`, `cover:<id>`), to be opened; nothing for who may open none. */
export function SentPapers({ owner }: { readonly owner: string }) {
  const mayRead = useMayDo('documents:read');
  const asked = useAnswer('documents.papers-on-file', mayRead ? { owner } : undefined);
  if (!mayRead) return null;
  return (
    <Shown asked={asked}>
      {({ pages }) => {
        const sent = pages.filter(({ takenBack }) => !takenBack);
        if (sent.length === 0)
          return (
            <p className="hint">
              <Words k="office.papers.none-from-family" />
            </p>
          );
        return (
          <p>
            <Words k="office.papers.from-family" />
            {sent.map((page, place) => (
              <span key={page.id}>
                {place === 0 ? ' ' : ' · '}
                <PageSent owner={owner} page={page} place={place} />
              </span>
            ))}
          </p>
        );
      }}
    </Shown>
  );
}

type PageProps = {
  readonly owner: string;
  readonly page: QuestionOutput<'documents.papers-on-file'>['pages'][number];
  readonly place: number;
};

function PageSent({ owner, page: { id, scan }, place }: PageProps) {
  if (scan !== 'clean') return <Words k={`office.papers.scan.${scan}`} />;
  return (
    <a href={`/api/papers/${owner}/page/${id}`} target="_blank" rel="noreferrer">
      <Words k="office.papers.page" facts={{ number: place + 1 }} />
    </a>
  );
}
