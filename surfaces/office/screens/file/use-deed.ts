import { useState } from 'react';
import type { Refusal } from '#platform/refusals';
import type { DeedInput, DeedName } from '../../client/contract.ts';
import { inFours } from '../../client/names.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useText } from '../../client/words.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { FileView } from './file-view.ts';

/** What became of a deed on a file, in words; and the refusal itself, for whoever can do more with it. */
export type Outcome = { readonly isDone: boolean; readonly said: string; readonly refusal?: Refusal };

/** Does deeds on one file and says in words what became of each: done, kept until the line is back, refused. */
export function useDeed(file: Pick<FileView, 'id' | 'number'>) {
  const { client } = useOffice();
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [outcome, setOutcome] = useState<Outcome>();
  const act = async <N extends DeedName>(name: N, input: DeedInput<N>, step: string): Promise<Outcome> => {
    setBusy(true);
    const ended = await attempt();
    setBusy(false);
    setOutcome(ended);
    return ended;

    async function attempt(): Promise<Outcome> {
      try {
        const label = text('office.file.deed', { step: text(step), number: inFours(file.number) });
        const done = await client.submit(name, input, { label, file: `application:${file.id}` });
        if (done.state === 'waiting') return { isDone: true, said: text('office.file.waiting') };
        if (done.state === 'done') return { isDone: true, said: text('office.file.done', { step: text(step) }) };
        const { module, refusal } = done;
        return { isDone: false, said: text(`${module}.refusal.${refusal.refused}`, { ...refusal.facts }), refusal };
      } catch (error) {
        return { isDone: false, said: wordsOfFailure(error as Error, text) };
      }
    }
  };
  return { act, isBusy, outcome };
}
