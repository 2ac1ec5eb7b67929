import { useCallback, useRef, useState } from 'react';
import { useLocation } from 'wouter';
import type { AnswersOfDossier } from '#modules/applications';
import type { SealedPart, SignatureCheck } from '#modules/cards';
import { casablancaDate, Temporal } from '#platform/dates';
import { UnreachableError } from '../failures.ts';
import { useOffice } from '../office-context.tsx';
import { loadTrustedKeys } from './public-keys.ts';
import { signatureCheck } from './signature-check.ts';
import { type WhatCode, whatCode } from './what-code.ts';

/** What was read last, and what became of it. Words: `office.codes.is.<kind>`. */
export type Said = WhatCode | { readonly kind: 'looking-up' | 'no-such-file' | 'no-network' };

/**
 * Reads codes one after the other and goes where they lead: the answers of a dossier to its review, a number to its file. `onLed` hears that the
 * page was left for it.
 */
export function useCodes(onAnswers: (answers: AnswersOfDossier) => Promise<void>, onLed: () => void) {
  const { client } = useOffice();
  const [, go] = useLocation();
  const [said, setSaid] = useState<Said>();
  const before = useRef<readonly SealedPart[]>([]);
  const open = useCallback(
    async (number: string) => {
      setSaid({ kind: 'looking-up' });
      try {
        const { output } = await client.ask('applications.find-files', { text: number });
        const [file] = output.files;
        if (file === undefined) return setSaid({ kind: 'no-such-file' });
        go(`/file/${file.id}`);
        onLed();
      } catch (error) {
        if (!(error instanceof UnreachableError)) throw error;
        setSaid({ kind: 'no-network' });
      }
    },
    [client, go, onLed],
  );
  const read = useCallback(
    async (text: string) => {
      const what = await whatCode(text, { check: trustedCheck, on: today(), before: before.current });
      before.current = what.kind === 'part' ? what.parts : [];
      setSaid(what);
      if (what.kind === 'answers') {
        await onAnswers(what.answers);
        onLed();
      }
      if ('number' in what) await open(what.number);
      if (what.kind === 'provisional') {
        go(`/file/${what.application}`);
        onLed();
      }
    },
    [go, onAnswers, onLed, open],
  );
  return { said, read };
}

let asked: Promise<SignatureCheck | undefined> | undefined;

/** The keys are asked for once while the office is open; again as long as there were none. */
export function trustedCheck(): Promise<SignatureCheck | undefined> {
  asked ??= loadTrustedKeys(localStorage).then((keys) => {
    if (keys === undefined) asked = undefined;
    return keys && signatureCheck(keys);
  });
  return asked;
}

function today() {
  return casablancaDate(Temporal.Now.instant());
}
