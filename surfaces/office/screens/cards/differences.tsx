import { useRef, useState } from 'react';
import { findCommune, findProvince } from '#modules/territory';
import { useAnswer } from '../../client/office-context.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { PlaceOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { useHandsOn } from '../../components/use-hands-on.ts';
import { type Doing, Done } from './cards.tsx';
import { type Difference, DifferenceRow, type Open, type RowDeeds } from './difference-row.tsx';
import { SettleDialog } from './settle-dialog.tsx';
import { TroubledParcels } from './troubled-parcels.tsx';
import { WrongCounts } from './wrong-counts.tsx';

/** All that is otherwise than the books, by place, the longest first, each with what settles it; done here, and the board stands again. */
export function DifferencesScreen() {
  const asked = useAnswer('cards.open-differences', {});
  const [doing, setDoing] = useState<Doing>();
  const [settling, setSettling] = useState<Difference>();
  const [said, setSaid] = useState<string>();
  const page = useRef<HTMLElement>(null);
  useHandsOn(() => page.current?.querySelector<HTMLElement>('tbody button') ?? page.current?.querySelector('h1'), said);
  function end(words = '') {
    setSaid(words);
    setDoing(undefined);
    setSettling(undefined);
    if (asked.state !== 'loading') asked.again();
  }
  const parcels = asked.state === 'ready' ? asked.data.parcels : [];
  return (
    <section className="deadlines" ref={page}>
      <h1 tabIndex={-1}>
        <Words k="office.cards.differences" />
      </h1>
      <p role="status">{said}</p>
      {doing === undefined ? (
        <Shown asked={asked} isEmpty={isSettled} empty={<Nothing />}>
          {(open) => <Board open={open} onOpen={setDoing} onSettle={setSettling} />}
        </Shown>
      ) : (
        <Done doing={doing} parcels={parcels} onEnd={end} />
      )}
      {settling === undefined ? null : (
        <SettleDialog difference={settling} onEnd={(words) => (words === undefined ? setSettling(undefined) : end(words))} />
      )}
    </section>
  );
}

function isSettled({ places, counts, parcels }: Open): boolean {
  return places.length + counts.length + parcels.length === 0;
}

function Nothing() {
  return (
    <Empty>
      <Words k="office.cards.no-differences" />
    </Empty>
  );
}

function Board({ open, ...deeds }: { readonly open: Open } & RowDeeds) {
  const shown = Map.groupBy(open.differences, ({ place }) => place);
  return (
    <>
      {open.places.map(({ place, open: all }) => (
        <OfPlace key={place} {...{ place, all }} differences={shown.get(place) ?? []} {...deeds} />
      ))}
      <WrongCounts counts={open.counts} onOpen={deeds.onOpen} />
      <TroubledParcels parcels={open.parcels} onOpen={deeds.onOpen} />
    </>
  );
}

type PlaceProps = { readonly place: string; readonly all: number; readonly differences: readonly Difference[] } & RowDeeds;

/** Province by province, each with its offices, ANAM first: as the codes of places stand. */
function OfPlace({ place, all, differences, ...deeds }: PlaceProps) {
  const text = useText();
  const inScript = useInScript();
  const name = findCommune(place) ?? findProvince(place);
  // Each table has a name of its own for who hears the page.
  const called = name === undefined ? text('office.cards.holder.anam') : inScript(name.name);
  return (
    <section>
      <h2>
        <NameOfPlace place={place} /> · <Words k="office.cards.differences-open" facts={{ cards: all }} />
      </h2>
      {differences.length < all ? (
        <p className="hint">
          <Words k="office.cards.differences-shown" facts={{ cards: differences.length, all }} />
        </p>
      ) : null}
      {differences.length === 0 ? null : (
        <Table aria-label={`${text('office.cards.differences')} · ${called}`}>
          <TableHead words="office.cards.difference-column" columns={['card', 'what', 'books', 'since', 'deed']} />
          <tbody>
            {differences.map((difference) => (
              <DifferenceRow key={difference.id} difference={difference} {...deeds} />
            ))}
          </tbody>
        </Table>
      )}
    </section>
  );
}

/** An office with its province before it. */
function NameOfPlace({ place }: { readonly place: string }) {
  const province = place.split('.').slice(0, 2).join('.');
  if (place === '') return <Words k="office.cards.holder.anam" />;
  return (
    <>
      <PlaceOf code={province} />
      {place === province ? null : (
        <>
          {' '}
          · <PlaceOf code={place} />
        </>
      )}
    </>
  );
}
