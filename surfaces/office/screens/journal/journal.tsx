import { type FormEvent, useEffect, useState } from 'react';
import { useSearch } from 'wouter';
import { useOffice } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import { JournalFields } from './journal-fields.tsx';
import { JournalLines } from './journal-lines.tsx';
import { isAsked, type Sought, soughtFrom, type Typed } from './sought.ts';

const nothing: Typed = { kind: 'journal', number: '', agent: '', from: '', to: '' };

/** What was done, and who looked: by file, agent and day, the latest first. The address may bring what is sought: `?number=…&kind=readings`. */
export function JournalScreen() {
  const { client } = useOffice();
  const text = useText();
  const brought = useSearch();
  const [typed, setTyped] = useState<Typed>(() => ({ ...nothing, ...Object.fromEntries(new URLSearchParams(brought)) }));
  const [sought, setSought] = useState<Sought>();
  const [fault, setFault] = useState<string>();
  const search = async (event?: FormEvent) => {
    event?.preventDefault();
    setFault(undefined);
    if (!isAsked(typed)) return setFault(text('office.journal.say-what'));
    try {
      const found = await soughtFrom(typed, client);
      if (found === undefined) return setFault(text('office.journal.no-file'));
      setSought(found);
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: what the address brings is sought once, when the screen opens
  useEffect(() => void (isAsked(typed) ? search() : undefined), []);
  return (
    <section className="journal">
      <h1>
        <Words k="office.journal.title" />
      </h1>
      <form className="filters" onSubmit={(event) => void search(event)}>
        <JournalFields typed={typed} onType={(changes) => setTyped({ ...typed, ...changes })} />
        <Button look="primary" keys="⏎" onPress={() => void search()}>
          <Words k="office.journal.search" />
        </Button>
        <button type="submit" hidden />
      </form>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      {sought === undefined ? null : <JournalLines key={JSON.stringify(sought)} sought={sought} />}
    </section>
  );
}
