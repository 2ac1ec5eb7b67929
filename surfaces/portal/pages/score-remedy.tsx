import type { JSX } from 'hono/jsx/jsx-runtime';
import { addressOf, type Place, paths } from '../place.ts';
import { AppealLink, type AppealStanding } from './appeals/appeal-link.tsx';
import { conditionRow } from './condition-words.tsx';
import type { ScoreView } from './score.tsx';
import type { ScoreCondition } from './score-reasons.tsx';

/** What would have to be otherwise, for each condition that is not met: the question people ask first after "why". */
export function Change({ place, conditions }: { place: Place; conditions: readonly ScoreCondition[] }): JSX.Element | null {
  const { reader } = place;
  const unmet = conditions.filter(({ met }) => met === false);
  if (unmet.length === 0) return null;
  return (
    <section class="stack on-screen">
      <h2>{reader.text('portal.appeals.change.title')}</h2>
      <ul class="plain-list">
        {unmet.map((condition) => {
          const { name, value, limit } = conditionRow(place, condition);
          return (
            <li>
              {name}
              {reader.text('portal.appeals.colon')} {reader.text('portal.appeals.change.today')} {value} ·{' '}
              {reader.text('portal.appeals.change.needed')} {limit}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What you can do, until when; then who helps. */
export function Remedy({ place, view }: { place: Place; view: ScoreView }): JSX.Element {
  const { reader } = place;
  const { appeal } = view;
  return (
    <section class="stack">
      <h2>{reader.text('portal.score.appeal')}</h2>
      {appeal ? <Appeal place={place} number={view.number} standing={appeal} /> : <p>{reader.say('portal.score.appeal-open')}</p>}
      <p>{reader.say('portal.score.emergency')}</p>
    </section>
  );
}

function Appeal(props: { place: Place; number: string; standing: AppealStanding }): JSX.Element {
  const { place, number, standing } = props;
  const { reader } = place;
  return (
    <div class="stack">
      {standing.kind === 'filed' ? (
        <p>
          {reader.text('portal.appeals.filed')} {reader.code(standing.number)}
          {reader.text('portal.appeals.colon')} {reader.text(`portal.appeals.state.${standing.state}`)}
        </p>
      ) : (
        <p>{reader.say(`portal.appeals.until.${standing.kind}`, { day: standing.lastDay })}</p>
      )}
      {standing.kind !== 'filed' && standing.caution && <p class="quiet">{reader.tell(standing.caution)}</p>}
      <div class="aids">
        <AppealLink place={place} number={number} standing={standing} />
      </div>
    </div>
  );
}

export function WhoHelps({ place, view }: { place: Place; view: ScoreView }): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.appeals.help.title')}</h2>
      <ul class="plain-list">
        <li>{reader.say('portal.appeals.help.counter', { place: view.place })}</li>
        {view.helpline !== undefined && (
          <li>
            {reader.text('portal.appeals.help.phone')} {reader.code(view.helpline)}
          </li>
        )}
        <li class="on-screen">
          <a href={addressOf(place, paths.guidePage('contest'))}>{reader.text('portal.appeals.help.guide')}</a>
        </li>
        <li class="on-screen">
          <a href={addressOf(place, paths.complaint(view.number))}>{reader.text('portal.complaints.report-any')}</a>
        </li>
      </ul>
    </section>
  );
}
