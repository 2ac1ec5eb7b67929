import { formatDayOf } from '../../client/moments.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NameOf, NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';

type FamilyProps = {
  readonly registration: string;
  readonly onCard: (serial: string) => void;
  readonly onEnd: (said: string) => void;
};

/** A family that has no card to read: its cards by its number, the newest first, to say where each is and what became of it. */
export function FamilyCards({ registration, onCard, onEnd }: FamilyProps) {
  const { language } = useSpeech();
  const asked = useAnswer('cards.cards-of-family', { registration });
  return (
    <section>
      <h2>
        <Words k="office.cards.family" /> <NumberOf number={registration} />
      </h2>
      <Shown asked={asked}>
        {({ cards, members: [head] }) => (
          <>
            {head ? (
              <p>
                <NameOf names={head.names} />
              </p>
            ) : null}
            <Elsewhere registration={registration} />
            {cards.length === 0 ? (
              <Empty>
                <Words k="office.cards.no-card-of-family" />
              </Empty>
            ) : null}
            {cards.map(({ serial, state, since }, rank) => (
              <p key={serial}>
                <NumberOf number={serial} /> · <Words k={`cards.state.${state}`} /> · <bdi>{formatDayOf(language, since)}</bdi>{' '}
                <Button isFirst={rank === 0} onPress={() => onCard(serial)}>
                  <Words k="office.cards.look" />
                </Button>
              </p>
            ))}
            <div className="buttons">
              <Button isFirst={cards.length === 0} onPress={() => onEnd('')}>
                <Words k="office.cards.next" />
              </Button>
            </div>
          </>
        )}
      </Shown>
    </section>
  );
}

/** A family that moved here while its card waited at its old office: it fetches it there. */
function Elsewhere({ registration }: { readonly registration: string }) {
  const asked = useAnswer('cards.waiting-elsewhere', { registration });
  if (asked.state !== 'ready') return null;
  return asked.data.cards.map(({ serial, place }) => (
    <p key={serial} role="status">
      <NumberOf number={serial} /> · <Words k="office.cards.fetched-at" /> <PlaceOf code={place} />
    </p>
  ));
}
