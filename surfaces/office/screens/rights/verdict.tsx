import type { ReactNode } from 'react';
import { toDate } from '#platform/dates';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useInScript, useSpeech, useText, Words } from '../../client/words.tsx';
import { Loading } from '../../components/states.tsx';
import type { OwnVerdict } from './read-shown.ts';
import { usePicture } from './use-picture.ts';

export type Answer = QuestionOutput<'entitlements.right-of'>['answers'][number];
type Person = NonNullable<Answer['persons']>[number];
/** What an answer says, or what the card says that was shown, whatever its family's right is. */
type State = Answer['state'] | 'revoked' | 'not-yet';

/** A verdict says itself three times: by its sign, its word and its colour. */
const looks: Readonly<Record<State, { readonly tone: 'well' | 'part' | 'not' | 'unknown'; readonly sign: string }>> = {
  open: { tone: 'well', sign: 'M4 12.500 9.500 18 20 7' },
  'emergency-only': { tone: 'part', sign: 'M12 4v16M4 12h16' },
  unpaid: { tone: 'part', sign: 'M3 7h18v10H3zM12 10v4' },
  suspended: { tone: 'not', sign: 'M9 5v14M15 5v14' },
  closed: { tone: 'not', sign: 'M6 6l12 12M18 6 6 18' },
  revoked: { tone: 'not', sign: 'M12 3a9 9 0 1 0 .01 0M5.500 5.500l13 13' },
  'not-yet': { tone: 'not', sign: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3.500 2' },
  expired: { tone: 'not', sign: 'M12 3a9 9 0 1 0 .01 0M12 7v5l3.500 2' },
  unknown: { tone: 'unknown', sign: 'M9 9a3 3 0 1 1 4.500 2.600c-1 .7-1.500 1.200-1.500 2.400m0 4v.5' },
};

function isOfCard(state: State): state is 'revoked' | 'not-yet' {
  return state === 'revoked' || state === 'not-yet';
}

/** The answer as wide as the screen, read from two metres. */
export function Verdict({ state, children }: { readonly state: State; readonly children: ReactNode }) {
  const { tone, sign } = looks[state];
  return (
    <section className={`right-verdict right-${tone}`} role="status">
      <h2>
        <svg viewBox="0 0 24 24" aria-hidden="true">
          <path d={sign} />
        </svg>
        <Words k={isOfCard(state) ? `office.rights.headline.${state}` : `entitlements.answer.${state}`} />
      </h2>
      {children}
    </section>
  );
}

type AnsweredProps = { readonly answer: Answer; readonly chosen: number | undefined; onChoose(at: number): void };

/** What the server answered, with the family to choose the patient from. */
export function Answered(props: AnsweredProps) {
  const { card } = props.answer;
  return card === undefined ? <Told {...props} /> : <OfCard {...props} serial={card} />;
}

/** A card that was revoked proves nothing of who shows it: that stands widest, and the right of its family, which stands still, beneath it. */
function OfCard({ serial, ...props }: AnsweredProps & { readonly serial: string }) {
  const asked = useAnswer('cards.revocation-of-card', { serial });
  const picture = usePicture(asked.state === 'failed' ? serial : undefined);
  if (asked.state === 'loading' || picture.isRead) return <Loading />;
  if (asked.state === 'failed') return <Told {...props} ofCard={picture.verdict?.state === 'revoked' ? 'revoked' : 'unknown'} />;
  return <Told {...props} ofCard={asked.data.revokedAt === undefined ? undefined : 'revoked'} />;
}

function Told({ answer, chosen, onChoose, ofCard }: AnsweredProps & { readonly ofCard?: 'unknown' | 'revoked' | undefined }) {
  const { state, since, until, emergenciesUntil, reason, next, due, persons = [], registration } = answer;
  const text = useText();
  return (
    <>
      <Verdict state={ofCard === 'revoked' ? ofCard : state}>
        {ofCard === undefined ? null : (
          <p className="right-revoked">
            <Words k={`office.rights.card-${ofCard}`} />
          </p>
        )}
        {ofCard === 'revoked' ? (
          <p>
            <Words k="office.rights.of-family" facts={{ right: text(`entitlements.answer.${state}`) }} />
          </p>
        ) : null}
        <Days since={since} until={until} />
        {emergenciesUntil === undefined ? null : <Emergencies day={emergenciesUntil} />}
        {reason === undefined || reason === 'registered' || state === 'open' ? null : (
          <p>
            <Words k={`entitlements.reason.${reason}`} />
          </p>
        )}
        {due === undefined ? null : (
          <p>
            <Words k="office.rights.due" facts={{ amount: due.amountCentimes / 100, notice: due.notice }} />
          </p>
        )}
        {next === undefined || next === 'none' ? null : (
          <p>
            <Words k="office.rights.next" facts={{ step: text(`entitlements.next.${next}`) }} />
          </p>
        )}
      </Verdict>
      {registration === undefined ? null : (
        <p className="hint">
          <Words k="office.rights.registration" facts={{ number: registration.replace(/(.{4})(?=.)/g, '$1 ') }} />
        </p>
      )}
      {persons.length === 0 ? null : <Family persons={persons} chosen={chosen} onChoose={onChoose} />}
    </>
  );
}

/** What this computer says by itself, while the line is cut. */
export function Own({ verdict: { state, since, until, emergenciesUntil, picture } }: { readonly verdict: OwnVerdict }) {
  return (
    <Verdict state={state}>
      <Days since={since} until={until} />
      {emergenciesUntil === undefined ? null : <Emergencies day={emergenciesUntil} />}
      {state === 'revoked' ? (
        <p>
          <Words k="office.rights.card-revoked" />
        </p>
      ) : null}
      <p className="right-offline">
        {picture === undefined ? (
          <Words k="office.rights.offline" />
        ) : (
          <Words k={`office.rights.picture${state === 'unknown' ? '-unknown' : ''}`} facts={{ day: toDate(picture) }} />
        )}
      </p>
      <VerifierLink />
    </Verdict>
  );
}

function Emergencies({ day }: { readonly day: string }) {
  return (
    <p>
      <Words k="office.rights.emergencies" facts={{ day: toDate(day) }} />
    </p>
  );
}

/** The page that knows revocations without a network, where this computer has fetched them. */
export function VerifierLink() {
  const { language } = useSpeech();
  return (
    <a href={`/verifier/${language}`} target="_blank" rel="noreferrer">
      <Words k="office.rights.verifier" />
    </a>
  );
}

function Days({ since, until }: { readonly since: string | undefined; readonly until: string | undefined }) {
  const facts = { ...(since ? { since: toDate(since) } : {}), ...(until ? { until: toDate(until) } : {}) };
  const which = [since && 'since', until && 'until'].filter(Boolean).join('-');
  if (which === '') return null;
  return (
    <p>
      <Words k={`office.rights.${which}`} facts={facts} />
    </p>
  );
}

type FamilyProps = { readonly persons: readonly Person[]; readonly chosen: number | undefined; onChoose(at: number): void };

function Family({ persons, chosen, onChoose }: FamilyProps) {
  const text = useText();
  const inScript = useInScript();
  const nameOf = ({ names: { fr, ar } }: Person) =>
    inScript({ fr: fr ? `${fr.given} ${fr.family}` : '', ar: ar ? `${ar.given} ${ar.family}` : '' });
  return (
    <section className="right-family">
      <h2>
        <Words k="office.rights.who" />
      </h2>
      <ol>
        {persons.map((person, at) => (
          <li key={person.ref}>
            <button type="button" aria-pressed={chosen === at} onClick={() => onChoose(at)}>
              {at < 9 ? <kbd>{at + 1}</kbd> : null} <bdi>{nameOf(person)}</bdi>{' '}
              <span className="hint">
                {text(`office.rights.born.${person.sex}`, { year: String(person.birthYear) })}
                {person.isAsked ? ` · ${text('office.rights.asked')}` : ''}
              </span>
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
}
