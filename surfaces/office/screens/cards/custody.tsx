import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf, formatMoment } from '../../client/moments.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Empty } from '../../components/states.tsx';

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
        <Words k={`office.cards.holder.${card.holder}`} /> <WhereOf card={card} />
      </p>
      {card.due ? (
        <p>
          <Words k="office.cards.due" facts={{ day: formatDayOf(language, `${card.due.on}T12:00:00Z`), days: card.due.days }} />{' '}
          <Words k={`office.deadlines.status.${card.due.status}`} />
        </p>
      ) : null}
      <ol>
        {card.passages.map((passage) => (
          <li key={`${passage.at} ${passage.to}`}>
            <Moment at={passage.at} /> · <Words k={`cards.state.${passage.to}`} /> ·{' '}
            <Words k={`office.cards.holder.${passage.holder}`} /> {passage.place === '' ? null : <Place place={passage.place} />}
          </li>
        ))}
        {card.differences.map((difference) => (
          <li key={`${difference.at} ${difference.kind}`}>
            <Moment at={difference.at} /> · <Words k={`office.cards.difference.${difference.kind}`} />
            {difference.settled === null ? null : (
              <>
                {' '}
                · <Words k={`office.cards.settled.${difference.settled}`} />
              </>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

function WhereOf({ card }: { readonly card: Card }) {
  if (card.parcel) return <Place place={card.parcel} />;
  return card.place === '' ? null : <Place place={card.place} />;
}

/** A parcel by its number, or a province or commune by its name. */
function Place({ place }: { readonly place: string }) {
  return place.startsWith('P') ? <bdi dir="ltr">{place}</bdi> : <PlaceOf code={place} />;
}

function Moment({ at }: { readonly at: string }) {
  const { language } = useSpeech();
  return <bdi>{formatMoment(language, Date.parse(at))}</bdi>;
}
