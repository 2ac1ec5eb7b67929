import { useState } from 'react';
import { useLocation } from 'wouter';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { ConveneDialog } from './convene-dialog.tsx';
import { OneSitting } from './one-sitting.tsx';
import { SittingTable } from './sitting-table.tsx';
import { type CalendarPart, calendarInput, calendarParts } from './sitting-view.ts';
import { ToCall } from './to-call.tsx';

/** The sittings of the jurisdiction, or one of them. */
export function SittingsScreen() {
  const [path] = useLocation();
  const [, id] = /^\/sittings\/([0-9a-f-]{36})/.exec(path) ?? [];
  return id === undefined ? <Calendar /> : <OneSitting key={id} id={id} />;
}

/** By what is to be done: sittings to hold, minutes to sign, sittings that the province has released. */
function Calendar() {
  const [path, go] = useLocation();
  const part = calendarParts.find((one) => path.endsWith(`/${one}`)) ?? 'to-hold';
  const asked = useAnswer('commissions.sittings-calendar', calendarInput(part));
  const mayConvene = useMayDo('commissions:prepare');
  const [convenes, setConvenes] = useState<string>();
  useShortcut('convene', () => setConvenes(''), mayConvene);
  return (
    <section className="sittings">
      <header className="work-head">
        <h1>
          <Words k="office.sittings.title" />
        </h1>
        {mayConvene ? (
          <Button look="primary" keys="N" onPress={() => setConvenes('')}>
            <Words k="office.sittings.convene" />
          </Button>
        ) : null}
      </header>
      <CalendarParts part={part} onPart={(one) => go(`/sittings/${one}`)} />
      <Shown asked={asked} isEmpty={({ sittings }) => sittings.length === 0} empty={<NoSitting part={part} />}>
        {({ sittings }) => <SittingTable sittings={sittings} />}
      </Shown>
      {mayConvene && part === 'to-hold' && asked.state === 'ready' ? (
        <ToCall commissions={asked.data.commissions} onCall={setConvenes} />
      ) : null}
      {convenes !== undefined ? (
        <ConveneDialog
          territory={convenes}
          onClose={() => setConvenes(undefined)}
          onDone={({ sitting }) => go(`/sittings/${sitting}`)}
        />
      ) : null}
    </section>
  );
}

function NoSitting({ part }: { readonly part: CalendarPart }) {
  return (
    <Empty>
      <Words k={`office.sittings.nothing.${part}`} />
    </Empty>
  );
}

type PartsProps = { readonly part: CalendarPart; readonly onPart: (part: CalendarPart) => void };

function CalendarParts({ part, onPart }: PartsProps) {
  useShortcut('section-1', () => onPart('to-hold'));
  useShortcut('section-2', () => onPart('to-sign'));
  useShortcut('section-3', () => onPart('released'));
  return (
    <nav className="parts">
      {calendarParts.map((one, at) => (
        <a
          key={one}
          href={`/office/sittings/${one}`}
          {...(one === part ? { 'aria-current': 'page' as const } : {})}
          onClick={(press) => {
            press.preventDefault();
            onPart(one);
          }}
        >
          <Words k={`office.sittings.part.${one}`} /> <kbd>{at + 1}</kbd>
        </a>
      ))}
    </nav>
  );
}
