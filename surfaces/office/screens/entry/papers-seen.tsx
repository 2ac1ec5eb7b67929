import { type KeyboardEvent, useMemo } from 'react';
import { neededPapers, paperRulesOn } from '#modules/applications';
import { casablancaDate, Temporal } from '#platform/dates';
import { Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { keyOfOption, optionOfKey } from './option-keys.ts';
import type { EntryDesk } from './use-entry.ts';

/** The papers that this family brings, ticked as the agent sees them: what is missing stays to be read until it is not. */
export function PapersSeen({ desk }: { readonly desk: EntryDesk }) {
  const papers = useNeededPapers(desk);
  const { papersSeen } = desk.draft;
  const toggle = (kind: string) =>
    desk.setPapers(papersSeen.includes(kind) ? papersSeen.filter((one) => one !== kind) : [...papersSeen, kind]);
  const press = (event: KeyboardEvent) => {
    const paper = papers[optionOfKey(event) ?? -1];
    if (paper === undefined || event.ctrlKey || event.altKey) return;
    event.preventDefault();
    toggle(paper.kind);
  };
  return (
    <section className="entry-group" aria-labelledby="group-papers-title">
      <h2 id="group-papers-title">
        <Words k="office.entry.papers" />
      </h2>
      <fieldset className="entry-field entry-wide papers-seen" data-stop="papers seen" onKeyDown={press}>
        <legend>
          <Words k="office.entry.papers-hint" />
        </legend>
        {papers.map(({ kind, copies }, index) => {
          const isSeen = papersSeen.includes(kind);
          return (
            <label key={kind} className="option paper-seen">
              <input type="checkbox" checked={isSeen} onChange={() => toggle(kind)} />
              <kbd>{keyOfOption(index).toUpperCase()}</kbd>
              <span>
                <Words k={`applications.paper.${kind}`} /> {copies > 1 ? <bdi>× {copies}</bdi> : null}
              </span>
              <Tag look={isSeen ? 'open' : 'todo'}>
                <Words k={isSeen ? 'office.entry.seen' : 'office.entry.missing'} />
              </Tag>
            </label>
          );
        })}
      </fieldset>
    </section>
  );
}

/** What this family brings, as far as it is typed. */
export function useNeededPapers({ entry }: Pick<EntryDesk, 'entry'>) {
  return useMemo(() => papersOf(entry), [entry]);
}

/** What it has not brought yet. */
export function missingPapers({ entry, draft }: Pick<EntryDesk, 'entry' | 'draft'>) {
  return papersOf(entry).filter(({ kind }) => !draft.papersSeen.includes(kind));
}

function papersOf(entry: EntryDesk['entry']) {
  const rules = paperRulesOn(casablancaDate(Temporal.Now.instant()).toString());
  const members = entry.answers.members.map((person, index) => ({
    relation: index === 0 ? 'head' : 'other',
    ...person,
    ref: index + 1,
  }));
  return neededPapers({ members: members as never }, rules);
}
