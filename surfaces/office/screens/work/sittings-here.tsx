import { Link } from 'wouter';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Tag } from '../../components/tag.tsx';
import { Place, When } from '../sittings/sitting-table.tsx';
import { calendarInput, type ListedSitting } from '../sittings/sitting-view.ts';

/** As many as one looks over before the calendar itself. */
const MOST = 5;

/** Sittings that want something of this post, above its queues: to prepare, to come, or minutes to sign. Says nothing when there are none. */
export function SittingsHere() {
  const mayPrepare = useMayDo('commissions:prepare');
  const maySign = useMayDo('commissions:sign');
  const toHold = useAnswer('commissions.sittings-calendar', mayPrepare ? calendarInput('to-hold') : undefined);
  const toSign = useAnswer('commissions.sittings-calendar', maySign ? calendarInput('to-sign') : undefined);
  const held = toHold.state === 'ready' ? toHold.data.sittings : [];
  const sealed = toSign.state === 'ready' ? toSign.data.sittings.filter(isUnsigned) : [];
  const all = [...sealed, ...held.filter(({ state }) => state !== 'open')].slice(0, MOST);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>
        <Words k="office.sittings.here" />
      </h2>
      <ul className="sittings-list">
        {all.map((sitting) => (
          <SittingHere key={sitting.id} sitting={sitting} />
        ))}
      </ul>
    </section>
  );
}

function isUnsigned({ signatures, neededSignatures }: ListedSitting): boolean {
  return signatures < neededSignatures;
}

function SittingHere({ sitting }: { readonly sitting: ListedSitting }) {
  const { id, number, territory, state, signatures, neededSignatures, youSigned } = sitting;
  return (
    <li>
      <Link href={`/sittings/${id}`}>
        <Words k={`office.sittings.here.${state}`} facts={{ signatures, needed: neededSignatures }} />
      </Link>
      {youSigned ? (
        <Tag look="open">
          <Words k="office.sittings.you-signed" />
        </Tag>
      ) : null}
      <span>
        <PlaceOf code={territory} /> · <When sitting={sitting} /> <Place fr={sitting.placeFr} ar={sitting.placeAr} />
      </span>
      <span className="hint">
        <NumberOf number={number} />
      </span>
    </li>
  );
}
