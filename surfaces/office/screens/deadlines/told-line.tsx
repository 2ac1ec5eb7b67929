import { Link } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';

/** At the head of My work: how much was escalated to this post and how much is about to be late with it, and the way there. Silent when nothing is. */
export function ToldLine() {
  const told = useAnswer('applications.told-to-me', { limit: 1 });
  if (told.state !== 'ready') return null;
  const { escalated, warned } = told.data;
  if (escalated.all + warned.all === 0) return null;
  return (
    <p className="kept">
      <Link href="/deadlines">
        {escalated.all === 0 ? null : <Words k="office.deadlines.to-you" facts={{ all: escalated.all }} />}
        {escalated.all > 0 && warned.all > 0 ? ' · ' : null}
        {warned.all === 0 ? null : <Words k="office.deadlines.soon" facts={{ all: warned.all }} />}
      </Link>
    </p>
  );
}
