import { useState } from 'react';
import type { DeedInput } from '../../client/contract.ts';
import { inFours } from '../../client/names.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useText } from '../../client/words.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import type { DiscordantFile } from './judging.ts';
import type { Reason } from './reason-fields.tsx';

/** What became of files: told in one sentence, `office.verification.fate.<key>`. */
export type Fate = {
  readonly files: readonly string[];
  readonly key: string;
  readonly facts: Readonly<Record<string, string | number>>;
};

type Settling = {
  readonly judgements: DeedInput<'applications.settle-differences'>['judgements'];
  readonly reason: Reason | undefined;
  readonly note: string;
};

/** Settles one file, and says what is wrong in words when it cannot be. */
export function useSettling(file: DiscordantFile, onDone: (fate: Fate) => void) {
  const { client } = useOffice();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  const settle = async ({ judgements, reason, note }: Settling) => {
    if (reason === undefined) return setFault(text('office.verification.choose-reason'));
    setBusy(true);
    const input = { application: file.id, judgements, reason, ...(note.trim() === '' ? {} : { note }) };
    try {
      const label = text('office.verification.label', { number: inFours(file.number) });
      const done = await client.submit('applications.settle-differences', input, { label, file: `application:${file.id}` });
      const facts = { number: inFours(file.number) };
      if (done.state === 'refused') setFault(text(`${done.module}.refusal.${done.refusal.refused}`, { ...done.refusal.facts }));
      else onDone({ files: [file.id], key: done.state === 'waiting' ? 'waiting' : done.output.state, facts });
    } catch (error) {
      setFault(wordsOfFailure(error as Error, text));
    } finally {
      setBusy(false);
    }
  };
  return { settle, fault, isBusy };
}
