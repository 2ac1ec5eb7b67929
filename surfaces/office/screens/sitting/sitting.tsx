import { Link, Redirect, useLocation } from 'wouter';
import { systemClock, today } from '#platform/clock';
import { toIsoDate } from '#platform/dates';
import { formatGrouped } from '#platform/numbers';
import type { QuestionOutput } from '../../client/contract.ts';
import { Words } from '../../client/words.tsx';
import { Empty, Failed, Loading, Shown } from '../../components/states.tsx';
import { Attendance } from './attendance.tsx';
import { Deciding } from './deciding.tsx';
import { Refusals } from './refusals.tsx';
import { RoomHead } from './room-head.tsx';
import { useRoomLooks } from './room-looks.ts';
import type { RoomNow } from './room-now.ts';
import { useProgress } from './use-progress.ts';
import { type OpenRoom, useRoom } from './use-room.ts';
import { useSittingsHere } from './use-sittings-here.ts';

/** The room of a commission: who sits, then the files one after the other. `/sitting` alone is the sitting under way, or the one of today. */
export function SittingScreen() {
  const [path] = useLocation();
  const [, sitting] = /^\/sitting\/([^/]+)/.exec(path) ?? [];
  return sitting === undefined ? <SittingOfToday /> : <SittingRoom key={sitting} sitting={sitting} />;
}

function SittingOfToday() {
  const asked = useSittingsHere();
  return (
    <Shown asked={asked} isEmpty={({ sittings }) => sittings.length === 0} empty={<NoSitting />}>
      {({ sittings }) => <Sittings sittings={sittings} />}
    </Shown>
  );
}

type Listed = QuestionOutput<'commissions.sittings-by-state'>['sittings'];

/** Those under way before those to come; where only one is under way or of today, it is entered. */
function Sittings({ sittings }: { readonly sittings: Listed }) {
  const open = sittings.filter(({ state }) => state === 'open');
  const [only, other] = sittings.filter(({ state, held_on }) => state === 'open' || held_on === toIsoDate(today(systemClock)));
  if (only !== undefined && other === undefined) return <Redirect to={`/sitting/${only.id}`} replace />;
  return (
    <>
      <Title />
      <ul className="sittings-here">
        {[...open, ...sittings.filter(({ state }) => state !== 'open')].map(({ id, number, held_on, state }) => (
          <li key={id}>
            <Link className="button" href={`/sitting/${id}`}>
              <span>
                <Words k="office.sitting.of-day" facts={{ number: formatGrouped(number), day: held_on }} /> ·{' '}
                <Words k={`commissions.sitting.${state}`} />
              </span>
            </Link>
          </li>
        ))}
      </ul>
    </>
  );
}

function Title() {
  return (
    <h1>
      <Words k="office.areas.sitting" />
    </h1>
  );
}

function NoSitting() {
  return (
    <>
      <Title />
      <Empty>
        <Words k="office.sitting.none" />
      </Empty>
    </>
  );
}

function SittingRoom({ sitting }: { readonly sitting: string }) {
  const { asked, room, isKept, deeds } = useRoom(sitting);
  const looks = useRoomLooks();
  if (asked.state !== 'ready' || room === undefined)
    return (
      <>
        <Title />
        {asked.state === 'failed' ? <Failed error={asked.error} again={asked.again} /> : null}
        {asked.state === 'loading' ? <Loading /> : null}
        {asked.state === 'ready' ? <NotOpenTo k="commissions.refusal.sitting-not-found" /> : null}
      </>
    );
  const keptSince = isKept ? asked.answer.askedAt : undefined;
  return (
    <section className="sitting-room">
      <RoomHead room={room} looks={looks} keptSince={keptSince} />
      <Refusals room={room} deeds={deeds} />
      <RoomInState room={room} deeds={deeds} looks={looks} />
    </section>
  );
}

type RoomProps = Pick<OpenRoom, 'deeds'> & { readonly room: RoomNow; readonly looks: ReturnType<typeof useRoomLooks> };

function RoomInState(props: RoomProps) {
  switch (props.room.sitting.state) {
    case 'convened':
      return <NotOpenTo k="office.sitting.not-frozen" />;
    case 'agenda_frozen':
      return <Attendance {...props} />;
    case 'open':
      return <OpenSitting {...props} />;
    default:
      return <NotOpenTo k="office.sitting.is-sealed" />;
  }
}

/** Once it is open the computer learns so, to find back to it when there is neither power nor a line. */
function OpenSitting(props: RoomProps) {
  useSittingsHere();
  useProgress(props.room.sitting.id);
  return <Deciding {...props} />;
}

function NotOpenTo({ k }: { readonly k: string }) {
  return (
    <Empty>
      <Words k={k} />
    </Empty>
  );
}
