import { Link } from 'wouter';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { heldLists } from '../cover-lists/held-lists.ts';

type Waiting = { readonly area: 'appeals' | 'enquiries' | 'cover-lists'; readonly waits: number; readonly late: number };

/** What waits for this post on other screens than its queues of files, each with the way there. Says nothing when nothing does. */
export function WaitsElsewhere() {
  const waiting = [useAppeals(), useEnquiries(), useHeldLists()].filter(({ waits }) => waits > 0);
  if (waiting.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.work.elsewhere" />
      </h2>
      <ul className="sittings-list">
        {waiting.map(({ area, waits, late }) => (
          <li key={area}>
            <Link href={`/${area}`}>
              <Words k={`office.areas.${area}`} />
            </Link>
            <span>
              <Words k="office.work.elsewhere-waits" facts={{ waits }} />
            </span>
            {late === 0 ? null : (
              <Tag look="refused">
                <Words k="office.work.late" facts={{ files: late }} />
              </Tag>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

function useAppeals(): Waiting {
  const mayExamine = useMayDo('commissions:examine-appeal');
  const asked = useAnswer('commissions.appeals-queue', mayExamine ? { limit: 500 } : undefined);
  return toWaiting('appeals', asked.state === 'ready' ? asked.data.appeals : []);
}

function useEnquiries(): Waiting {
  const mayEnquire = useMayDo('commissions:enquire');
  const asked = useAnswer('commissions.enquiries', mayEnquire ? { open: true, limit: 200 } : undefined);
  return toWaiting('enquiries', asked.state === 'ready' ? asked.data.enquiries : []);
}

/** A list that is held has no day by which it must be judged. */
function useHeldLists(): Waiting {
  const mayJudge = useMayDo('coverage:judge-lists');
  const asked = useAnswer('coverage.recent-lists', mayJudge ? heldLists : undefined);
  return { area: 'cover-lists', waits: asked.state === 'ready' ? asked.data.lists.length : 0, late: 0 };
}

function toWaiting(area: Waiting['area'], rows: readonly { readonly clock: string }[]): Waiting {
  return { area, waits: rows.length, late: rows.filter(({ clock }) => clock === 'late').length };
}
