import type { JSX } from 'hono/jsx/jsx-runtime';
import { Banner } from '#design/components/banner.tsx';
import { Button, LinkButton } from '#design/components/button.tsx';
import { Radios } from '#design/components/choices.tsx';
import { DataTable } from '#design/components/data-table.tsx';
import { StatusTag, type StatusTone } from '#design/components/status-tag.tsx';
import { type LifeEventKind, lifeEventKinds } from '#modules/entitlements';
import type { PlainDate } from '#platform/dates';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { RightStanding } from '../right-standing.tsx';
import type { FamilyView } from './family.view.ts';
import { ChangeForm } from './form.tsx';
import { nameOf } from './name-of.ts';

type Shown = { readonly place: Place; readonly view: FamilyView };

const tones: Readonly<Record<FamilyView['events'][number]['state'], StatusTone>> = {
  reported: 'waiting',
  accepted: 'open',
  refused: 'refused',
  withdrawn: 'waiting',
  undone: 'attention',
};

/** The family of a registered request: who has rights until when, what was told of it, and how to tell a change. Nothing changes before a person decided. */
export function renderFamily(place: Place, view: FamilyView): string {
  const { reader } = place;
  const { number, kind, errors = [], refusal, isSent } = view;
  const title = kind ? nameOfKind(place, kind) : reader.text('portal.family.title');
  return renderPortalPage(
    place,
    { title, hasErrors: errors.length > 0 || refusal !== undefined, back: kind ? paths.family(number) : paths.request(number) },
    kind ? (
      <ChangeForm place={place} view={{ ...view, kind }} title={title} />
    ) : (
      <div class="column sections">
        <h1 class="title">{title}</h1>
        {isSent && <Banner tone="success" title={reader.text('portal.family.sent')} />}
        <RightStanding place={place} number={number} right={view.right} />
        <Members place={place} view={view} />
        <Changes place={place} view={view} />
        <Choose place={place} view={view} />
      </div>
    ),
  );
}

function Members({ place, view: { members, right } }: Shown): JSX.Element {
  const { reader } = place;
  const title = reader.text(right?.headline ? 'portal.follow.persons' : 'portal.family.members');
  return (
    <section class="stack">
      <h2>{title}</h2>
      <DataTable
        label={title}
        caption={<span class="visually-hidden">{title}</span>}
        columns={['who', 'rights'].map((name) => ({ name: reader.text(`portal.family.column.${name}`) }))}
        rows={members.map((member) => [reader.name(nameOf(place, member.names)), standing(place, member, right)])}
      />
    </section>
  );
}

type Member = FamilyView['members'][number];

/** Whoever has a part in rights that have stopped has none; whoever lost that part earlier is told why, and what is left to do. */
function standing({ reader }: Place, { isIn, until, endsBy }: Member, right: FamilyView['right']): JSX.Element {
  if (isIn && right?.headline) return <>{reader.text(`entitlements.answer.${right.state}`)}</>;
  if (!until) return reader.say('portal.family.in');
  if (isIn) return reader.say('portal.family.in-until', { day: until });
  const why = reader.text(`entitlements.reason.member-${endsBy ?? 'departure'}`);
  const mayApply = endsBy !== 'death' && endsBy !== 'renewal' && endsBy !== 'double-cover';
  return (
    <>
      {reader.say('portal.family.out', { day: until, why })} {mayApply && reader.text('portal.family.out-apply')}
      {endsBy === 'double-cover' && reader.text('portal.family.out-cover')}
    </>
  );
}

function Changes({ place, view: { events, number } }: Shown): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.family.changes')}</h2>
      {events.length === 0 && <p>{reader.say('portal.family.no-changes')}</p>}
      {events.map(({ event, kind, on, reportedOn, names, told = [], state, reason }) => (
        <div class="stack">
          <p>
            <StatusTag tone={tones[state]}>{reader.text(`entitlements.event-state.${state}`)}</StatusTag>{' '}
            {nameOfKind(place, kind)} {names && reader.name(nameOf(place, names))}
          </p>
          <p class="quiet">{reader.say('portal.family.told', { on, reported: reportedOn })}</p>
          {told.length > 0 && (
            <ul>
              {told.map((one) => (
                <li>{toldWord(place, one)}</li>
              ))}
            </ul>
          )}
          {reason && (
            <p>
              {reader.text('portal.family.reason')} {reader.name(reason)}
            </p>
          )}
          {state === 'reported' && (
            <p>
              <LinkButton kind="secondary" href={addressOf(place, paths.papersOfChange(number, event))}>
                {reader.text('portal.family.send-paper')}
              </LinkButton>
            </p>
          )}
          {state === 'reported' && (
            <form method="post" action={addressOf(place, paths.withdrawChange(number))}>
              <input type="hidden" name="event" value={event} />
              <Button kind="secondary">{reader.text('portal.family.withdraw')}</Button>
            </form>
          )}
        </div>
      ))}
    </section>
  );
}

function toldWord({ reader }: Place, { field, word }: { readonly field: string; readonly word: string | PlainDate }) {
  const sexes = { F: 'portal.family.form.sex.F', M: 'portal.family.form.sex.M' } as const;
  const said = typeof word === 'string' ? word : reader.text('portal.family.correction.day', { day: word });
  const key = field === 'sex' ? sexes[said as 'F' | 'M'] : undefined;
  return reader.say('portal.family.correction.told', {
    field: reader.text(`entitlements.field.${field}`),
    word: key ? reader.text(key) : said,
  });
}

/** A change as the family calls it: an agent corrects a mistake, a family finds one on its card. */
function nameOfKind({ reader }: Place, kind: LifeEventKind): string {
  return reader.text(kind === 'correction' ? 'portal.family.kind.correction' : `entitlements.event.${kind}`);
}

function Choose({ place, view: { number } }: Shown): JSX.Element {
  const { reader } = place;
  return (
    <section class="stack">
      <h2>{reader.text('portal.family.tell')}</h2>
      <form class="form" method="get" action={addressOf(place, paths.family(number))}>
        <Radios
          reader={reader}
          name="kind"
          label={reader.text('portal.family.which')}
          choices={lifeEventKinds.map((kind: LifeEventKind, at: number) => ({
            value: kind,
            label: nameOfKind(place, kind),
            chosen: at === 0,
          }))}
        />
        <Button>{reader.text('portal.family.continue')}</Button>
      </form>
      <p>
        <LinkButton kind="secondary" href={addressOf(place, paths.guidePage('family-change'))}>
          {reader.text('portal.family.guide')}
        </LinkButton>
      </p>
    </section>
  );
}
