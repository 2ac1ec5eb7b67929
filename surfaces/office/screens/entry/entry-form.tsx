import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { form } from '#modules/applications';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Declaring } from './declaring.tsx';
import { EntrySide } from './entry-side.tsx';
import { EntryStep } from './entry-step.tsx';
import { Filed } from './filed.tsx';
import { PapersSeen } from './papers-seen.tsx';
import { focusField, focusStop, moveOn } from './stops.ts';
import { type EntryDesk, type EntryDraft, useEntry } from './use-entry.ts';
import { type Filing, useFiling } from './use-filing.ts';

type FormProps = { readonly id: string; readonly first: EntryDraft; readonly onNext: () => void };

/** The whole paper form on one page: Enter goes on, Shift+Enter back, digits choose, nothing needs the mouse. */
export function EntryForm({ id, first, onNext }: FormProps) {
  const desk = useEntry(id, first);
  const filing = useFiling(id, desk);
  if (filing.filed !== undefined) return <Filed filed={filing.filed} desk={desk} onNext={onNext} />;
  return <Typing desk={desk} filing={filing} />;
}

type TypingProps = { readonly desk: EntryDesk; readonly filing: Filing };

function Typing({ desk, filing }: TypingProps) {
  const root = useRef<HTMLDivElement>(null);
  const [isLastAdded, setLastAdded] = useState(0);
  useEntryKeys(desk, filing, () => setLastAdded((count) => count + 1));
  useEffect(() => {
    const stop = root.current?.querySelector<HTMLElement>('[data-stop]');
    if (stop) focusStop(stop);
  }, []);
  useFocusOnAdded(desk, isLastAdded);
  return (
    <div className="entry" ref={root}>
      <h1>
        <Words k="office.entry.title" />
      </h1>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: keys are heard for all the fields within, which are native */}
      <div className="entry-form" onKeyDown={(event) => walk(event, root.current)}>
        {form.groups.map((group) => (
          <EntryGroup key={group} group={group} desk={desk} />
        ))}
        <PapersSeen desk={desk} />
        <Declaring desk={desk} filing={filing} />
      </div>
      <EntrySide desk={desk} filing={filing} />
    </div>
  );
}

/** All questions of one part of the form. */
export function EntryGroup({ group, desk }: { readonly group: form.Group; readonly desk: EntryDesk }) {
  const steps = desk.entry.steps.filter(({ page }) => page.group === group);
  return (
    <section className="entry-group" id={`group-${group}`} aria-labelledby={`group-${group}-title`}>
      <h2 id={`group-${group}-title`}>
        <Words k={`office.entry.group.${group}`} />
      </h2>
      {steps.map((step) => (
        <EntryStep key={step.name} step={step} desk={desk} />
      ))}
      {group === 'family' ? (
        <div className="buttons">
          <Button onPress={desk.addPerson} keys="Alt + A">
            <Words k="office.keys.add-member" />
          </Button>
          <Button onPress={desk.copyPerson} keys="Ctrl + D">
            <Words k="office.keys.copy-member" />
          </Button>
        </div>
      ) : null}
    </section>
  );
}

function useEntryKeys(desk: EntryDesk, filing: Filing, onAdded: () => void): void {
  useShortcut('add-member', () => {
    desk.addPerson();
    onAdded();
  });
  useShortcut('copy-member', () => {
    desk.copyPerson();
    onAdded();
  });
  useShortcut('submit', () => void filing.file());
  const turn = useRef(0);
  useShortcut('next-error', () => {
    const { faultsShown } = desk;
    const fault = faultsShown[turn.current % Math.max(1, faultsShown.length)];
    turn.current += 1;
    if (fault !== undefined) focusField(fault.step, fault.key);
  });
}

/** The cursor goes to the first question about whoever was just added. */
function useFocusOnAdded(desk: EntryDesk, added: number): void {
  const { people } = desk.typed;
  useEffect(() => {
    if (added === 0) return;
    const [first] = [...document.querySelectorAll<HTMLElement>(`[data-stop^="identity/${people} "]`)].filter(
      (stop) => stop.dataset.copied !== 'true',
    );
    if (first !== undefined) focusStop(first);
  }, [added, people]);
}

/** Enter and Shift+Enter walk through the questions, unless a list of places is open under the cursor, which they then choose from. */
export function walk(event: KeyboardEvent, root: HTMLElement | null): void {
  const { target } = event;
  if (event.key !== 'Enter' || event.ctrlKey || event.defaultPrevented || !(target instanceof HTMLElement)) return;
  if (target.getAttribute('aria-expanded') === 'true' || target instanceof HTMLButtonElement) return;
  event.preventDefault();
  if (root !== null) moveOn(target, event.shiftKey ? -1 : 1, root);
}
