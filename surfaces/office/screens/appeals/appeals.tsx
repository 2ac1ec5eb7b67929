import { Link, useLocation } from 'wouter';
import { useText, Words } from '../../client/words.tsx';
import { Hearing } from './hearing.tsx';
import { Hearings } from './hearings.tsx';
import { Lessons } from './lessons.tsx';
import { OneAppeal } from './one-appeal.tsx';
import { Queue } from './queue.tsx';

const parts = ['queue', 'sittings', 'lessons'] as const;

/** Appeals: what waits by deadline, the sittings that hear them, and what they taught. */
export function AppealsScreen() {
  const [path] = useLocation();
  const text = useText();
  const [, , part = 'queue', id] = path.split('/');
  return (
    <section className="appeals">
      <h1>
        <Words k="office.appeals.title" />
      </h1>
      <nav className="parts" aria-label={text('office.appeals.parts')}>
        {parts.map((one) => (
          <Link key={one} href={`/appeals/${one}`} aria-current={one === part ? 'page' : undefined}>
            <Words k={`office.appeals.part.${one}`} />
          </Link>
        ))}
      </nav>
      <Part part={part} id={id} />
    </section>
  );
}

function Part({ part, id }: { readonly part: string; readonly id: string | undefined }) {
  if (part === 'lessons') return <Lessons />;
  if (part === 'sittings') return id === undefined ? <Hearings /> : <Hearing id={id} />;
  return id === undefined ? <Queue /> : <OneAppeal id={id} />;
}
