import { Link } from 'wouter';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';
import { AgendaBuilder } from '../agenda/agenda-builder.tsx';
import { FrozenAgenda } from '../agenda/frozen-agenda.tsx';
import { Closing } from '../minutes/closing.tsx';
import { Minutes } from '../minutes/minutes.tsx';
import { Place, When } from './sitting-table.tsx';
import { isTold, type Room, stateLooks } from './sitting-view.ts';

/** One sitting, as far as it has come: its agenda is prepared, read, its decisions closed, its minutes signed. */
export function OneSitting({ id }: { readonly id: string }) {
  const asked = useAnswer('commissions.sitting-in-full', { sitting: id });
  return (
    <section className="sittings">
      <Link href="/sittings">
        <Words k="office.sittings.back" />
      </Link>
      {asked.state === 'ready' ? null : (
        <h1 className="unseen">
          <Words k="office.areas.sittings" />
        </h1>
      )}
      <Shown asked={asked}>
        {(told) =>
          isTold(told) ? (
            <>
              <SittingHead room={told} />
              <AsFarAsItHasCome room={told} again={asked.state === 'ready' ? asked.again : () => undefined} />
            </>
          ) : (
            <NotHere />
          )
        }
      </Shown>
    </section>
  );
}

function NotHere() {
  return (
    <>
      <h1>
        <Words k="office.areas.sittings" />
      </h1>
      <Empty>
        <Words k="commissions.refusal.sitting-not-found" />
      </Empty>
    </>
  );
}

function SittingHead({ room: { sitting } }: { readonly room: Room }) {
  return (
    <header className="sitting-head">
      <h1>
        <Words k="office.sittings.sitting" /> <NumberOf number={sitting.number} />
      </h1>
      <p>
        <PlaceOf code={sitting.territory} /> · <When sitting={sitting} /> <Place {...sitting.place} />
      </p>
      <Tag look={stateLooks[sitting.state]}>
        <Words k={`commissions.sitting.${sitting.state}`} />
      </Tag>
    </header>
  );
}

type StageProps = { readonly room: Room; readonly again: () => void };

function AsFarAsItHasCome({ room, again }: StageProps) {
  const mayPrepare = useMayDo('commissions:prepare');
  const { state } = room.sitting;
  if (state === 'convened')
    return mayPrepare ? (
      <AgendaBuilder room={room} again={again} />
    ) : (
      <Empty>
        <Words k="office.agenda.not-yet" />
      </Empty>
    );
  if (state === 'agenda_frozen') return <FrozenAgenda room={room} />;
  return state === 'open' ? <Closing room={room} again={again} /> : <Minutes room={room} again={again} />;
}
