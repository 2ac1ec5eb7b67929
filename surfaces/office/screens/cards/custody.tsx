import type { ReactNode } from 'react';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayAndHour, formatDayOf } from '../../client/moments.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { Empty } from '../../components/states.tsx';
import { WhereBooked as Place } from './difference-row.tsx';

type Card = NonNullable<QuestionOutput<'cards.where-is-card'>['card']>;

/** One card: who has it now, until when, and every hand it went through. */
export function Custody({ card }: { readonly card: Card | undefined }) {
  const { language } = useSpeech();
  if (!card) {
    return (
      <Empty>
        <Words k="office.cards.no-such-card" />
      </Empty>
    );
  }
  return (
    <section aria-live="polite">
      <h2>
        <NumberOf number={card.serial} /> · <Words k={`cards.state.${card.state}`} />
      </h2>
      <p>
        <Words k={`office.cards.holder.${card.holder}`} />{' '}
        {card.holder === 'nobody' && card.place !== '' ? <Words k="office.cards.lies-at" /> : null} <WhereOf card={card} />
      </p>
      {card.due ? (
        <p>
          <Words k="office.cards.due" facts={{ day: formatDayOf(language, `${card.due.on}T12:00:00Z`), days: card.due.days }} />{' '}
          <Words k={`office.deadlines.status.${card.due.status}`} />
        </p>
      ) : null}
      <ol>
        {storyOf(card).map(({ at, actor, what }) => (
          <li key={`${at} ${actor}`}>
            <Moment at={at} /> · {what}
          </li>
        ))}
      </ol>
    </section>
  );
}

type Told = { readonly at: string; readonly actor: string | null; readonly what: ReactNode };

/** Every hand that it went through, into whose hand it was given, what a count found: as it happened. */
function storyOf({ passages, handOvers, differences }: Card): Told[] {
  const told: Told[] = [
    ...passages.map((passage) => ({ at: passage.at, actor: passage.actor, what: <Passed passage={passage} /> })),
    ...handOvers.map((given) => ({ at: given.at, actor: null, what: <Given given={given} /> })),
    ...handOvers.flatMap(({ undone }) =>
      undone
        ? {
            at: undone.at,
            actor: null,
            what: <Words k={`office.cards.wrong-hand.${undone.as}`} facts={{ why: undone.why ?? '' }} />,
          }
        : [],
    ),
    ...differences.map((one) => ({ at: one.at, actor: null, what: <Differed difference={one} /> })),
  ];
  return told.sort((a, b) => Date.parse(a.at) - Date.parse(b.at));
}

function Passed({ passage }: { readonly passage: Card['passages'][number] }) {
  return (
    <>
      <Words k={`cards.state.${passage.to}`} /> · <Words k={`office.cards.holder.${passage.holder}`} />{' '}
      {passage.place === '' ? null : <Place place={passage.place} />}
    </>
  );
}

function Given({ given }: { readonly given: Card['handOvers'][number] }) {
  return (
    <>
      <Words k="office.cards.given-to" /> <bdi>{given.name}</bdi> · <Words k={`office.cards.recipient.${given.recipient}`} /> ·{' '}
      <Words k={`office.cards.paper.${given.paper}`} />
    </>
  );
}

function Differed({ difference: { kind, place, settled, note } }: { readonly difference: Card['differences'][number] }) {
  return (
    <>
      <Words k={`office.cards.difference.${kind}`} /> ·{' '}
      {place === '' ? <Words k="office.cards.holder.anam" /> : <Place place={place} />}
      {settled === null ? null : (
        <>
          {' '}
          · <Words k={`office.cards.settled.${settled}`} /> {note === null ? null : <bdi>{note}</bdi>}
        </>
      )}
    </>
  );
}

function WhereOf({ card }: { readonly card: Card }) {
  if (card.parcel) return <Place place={card.parcel} />;
  return card.place === '' ? null : <Place place={card.place} />;
}

function Moment({ at }: { readonly at: string }) {
  const { language } = useSpeech();
  return <bdi>{formatDayAndHour(language, Date.parse(at))}</bdi>;
}
