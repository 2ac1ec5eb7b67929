import type { JSX } from 'hono/jsx/jsx-runtime';
import type { PlainDate } from '#platform/dates';
import type { Message } from '#platform/i18n';
import type { Place } from '../../place.ts';

/** What the counter asked a family for: names of papers, the counter's own words, the day. */
export type AskedPapers = { readonly papers: readonly Message[]; readonly note?: string; readonly on: PlainDate };

export function AskedPapersList({ place: { reader }, asked }: { place: Place; asked: AskedPapers }): JSX.Element {
  return (
    <section class="column stack">
      <h2>{reader.text('portal.counter.asked')}</h2>
      {asked.papers.length > 0 && (
        <ul class="plain-list">
          {asked.papers.map((paper) => (
            <li>{reader.tell(paper)}</li>
          ))}
        </ul>
      )}
      {asked.note && (
        <p>
          {reader.text('portal.counter.says')} <span class="said">{reader.name(asked.note)}</span>
        </p>
      )}
      <p class="quiet">{reader.say('portal.counter.asked-on', { day: asked.on })}</p>
    </section>
  );
}
