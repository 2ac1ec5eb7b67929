import type { JSX } from 'hono/jsx/jsx-runtime';
import { DataTable } from '#design/components/data-table.tsx';
import type { AnswerState } from '#modules/entitlements';
import type { PlainDate } from '#platform/dates';
import type { Place } from '../place.ts';

/** Who asked about the rights of a family, the latest first; `unreadable` when the list could not be had just now. */
export type RightsAskedView = { readonly lines: readonly RightsAskedLine[]; readonly areAll: boolean } | 'unreadable';

export type RightsAskedLine = {
  readonly on: PlainDate;
  readonly body: Asker;
  /** For what, in the words of its agreement; absent of an agent, whose post says it. */
  readonly purpose?: Words;
  readonly state: AnswerState;
  /** What else was told: `portal.asked.field.…`. */
  readonly fields: readonly string[];
};

/** A name in both scripts, the post of an agent (`portal.role.…`), or whoever read the paper's code on the page that verifies. */
export type Asker = Words | { readonly role: string } | 'verify-page';
export type Words = { readonly latin: string; readonly arabic: string };

/** The family's right of law 09-08 to know to whom its data went: body, day, purpose and what was told. */
export function RightsAsked({ place, view }: { readonly place: Place; readonly view: RightsAskedView }): JSX.Element {
  const { reader } = place;
  const title = reader.text('portal.asked.title');
  return (
    <section class="column stack" id="asked">
      <h2>{title}</h2>
      <Said place={place} view={view} title={title} />
    </section>
  );
}

function Said({ place, view, title }: { place: Place; view: RightsAskedView; title: string }): JSX.Element {
  const { reader } = place;
  if (view === 'unreadable') return <p role="status">{reader.text('portal.asked.unreadable')}</p>;
  if (view.lines.length === 0) return <p>{reader.text('portal.asked.none')}</p>;
  return (
    <>
      <DataTable
        label={title}
        caption={<span class="visually-hidden">{title}</span>}
        columns={['day', 'body', 'purpose', 'told'].map((name) => ({ name: reader.text(`portal.asked.${name}`) }))}
        rows={alike(view.lines).map((lines) => cellsOf(place, lines))}
      />
      {!view.areAll && <p class="quiet">{reader.text('portal.asked.more')}</p>}
      <p class="quiet">{reader.text('portal.asked.contest')}</p>
    </>
  );
}

type Alike = readonly [RightsAskedLine, ...RightsAskedLine[]];

/** A hospital that asks at the gate, at the ward and at the till says the same thing thrice: it is read once, with how often. */
function alike(lines: readonly RightsAskedLine[]): readonly Alike[] {
  return [...Map.groupBy(lines, (line) => JSON.stringify(line)).values()].map(([first, ...others]) => [
    first as RightsAskedLine,
    ...others,
  ]);
}

function cellsOf({ reader }: Place, lines: Alike) {
  const [{ on, body, purpose, state, fields }] = lines;
  const inScript = ({ latin, arabic }: Words) => <bdi>{reader.direction === 'rtl' ? arabic : latin}</bdi>;
  const told = [
    reader.text(`entitlements.answer.${state}`),
    ...fields.map((field) => reader.text(`portal.asked.field.${field}`)),
  ];
  return [
    reader.date(on, 'short'),
    body === 'verify-page'
      ? reader.text('portal.asked.verify-page')
      : 'role' in body
        ? reader.text(`portal.role.${body.role}`)
        : inScript(body),
    purpose ? inScript(purpose) : reader.text(`portal.asked.${body === 'verify-page' ? 'paper-shown' : 'service'}`),
    [...told, ...(lines.length > 1 ? [reader.text('portal.asked.times', { count: lines.length })] : [])].join(' · '),
  ];
}
