import { useState } from 'react';
import { form, type NeededKind } from '#modules/applications';
import { casablancaDate, Temporal, toIsoDate } from '#platform/dates';
import type { DeedInput } from '../../client/contract.ts';
import type { Draft } from '../../client/drafts.ts';
import type { Submitted } from '../../client/office-client.ts';
import { useOffice } from '../../client/office-context.tsx';
import { receiptKey } from '../../client/receipts.ts';
import { useSpeech } from '../../client/words.tsx';
import { receiptOfEntry } from '../print/receipt-of-entry.ts';
import { nameOfPerson } from './name-of-person.ts';
import { missingPapers } from './papers-seen.tsx';
import { focusField, focusStop } from './stops.ts';
import type { EntryDesk } from './use-entry.ts';

/** What became of a request that was filed: its number, or, without a line, that it waits to be sent. */
export type FiledEntry = {
  readonly application: string;
  readonly name: string;
  /** Unknown until the server has it. */
  readonly number: string | undefined;
};

type Refused = Extract<Submitted<unknown>, { state: 'refused' }>;

export type Filing = ReturnType<typeof useFiling>;

/** Files what was typed, once it is whole; says what is not, and where. The request has its identifier before anybody gave it a number. */
export function useFiling(application: string, desk: EntryDesk) {
  const { client, drafts } = useOffice();
  const { language } = useSpeech();
  const [filed, setFiled] = useState<FiledEntry>();
  const [problem, setProblem] = useState<'not-declared'>();
  const [refused, setRefused] = useState<Refused>();
  const [failure, setFailure] = useState<Error>();
  const [isBusy, setBusy] = useState(false);
  const send = async () => {
    const name = nameOfPerson(desk.entry.answers.members[0] ?? {});
    await desk.keep();
    const said = await client.submit('applications.file-at-counter', inputOf(application, desk, language), {
      label: name,
      file: application,
    });
    if (said.state === 'refused') return setRefused(said);
    await desk.forget();
    const done = said.state === 'done' ? said.output : undefined;
    await drafts.keep(receiptDraft(desk, { application: done?.application ?? application, name, number: done?.number }));
    setFiled({ application: done?.application ?? application, name, number: done?.number });
  };
  const file = async () => {
    if (isBusy) return;
    setRefused(undefined);
    setFailure(undefined);
    desk.showAll();
    setProblem(desk.draft.isDeclared ? undefined : 'not-declared');
    const [fault] = desk.entry.faults;
    if (fault !== undefined) return requestAnimationFrame(() => focusField(fault.step, fault.key));
    if (!desk.draft.isDeclared) return focusDeclaration();
    setBusy(true);
    await send().catch(setFailure);
    setBusy(false);
  };
  return { file, filed, problem, refused, failure, isBusy };
}

/** What is printed for the family, now or when it has its final number. */
function receiptDraft({ entry, draft }: EntryDesk, { application, name, number }: FiledEntry): Draft {
  const today = toIsoDate(casablancaDate(Temporal.Now.instant()));
  const missing = missingPapers({ entry, draft }).map(({ kind }) => kind);
  const filedOn = draft.origin?.declaration.filed_on ?? today;
  const content = receiptOfEntry({ application, number, answers: entry.answers, filedOn, missing });
  return { id: receiptKey(application), kind: 'receipt', label: name, changedAt: Date.now(), content };
}

function inputOf(
  application: string,
  { entry, draft }: EntryDesk,
  language: 'ar' | 'fr' | 'zgh' | 'en',
): DeedInput<'applications.file-at-counter'> {
  const now = Temporal.Now.instant();
  const contact = (key: string) => {
    const value = form.valueAt(entry.answers, `contact.${key}`);
    return typeof value === 'string' ? value : undefined;
  };
  const [phone, email, address] = [contact('phone'), contact('email'), contact('address')];
  return {
    application,
    answers: { ...entry.answers, members: [...entry.answers.members] },
    contact: {
      language,
      ...(phone === undefined ? {} : { phone }),
      ...(email === undefined ? {} : { email }),
      ...(address === undefined ? {} : { address }),
      wantsNotices: form.valueAt(entry.answers, 'contact.wants_notices') === true,
    },
    papersSeen: draft.papersSeen as NeededKind[],
    declaredOnHonour: true,
    receivedOn: toIsoDate(casablancaDate(now)),
    typedAt: now.toString({ smallestUnit: 'second' }),
    notTheSame: [...draft.notTheSame],
    origin: draft.origin === undefined ? { kind: 'paper' } : { kind: 'dossier', number: draft.origin.number },
  };
}

function focusDeclaration(): void {
  const stop = document.querySelector<HTMLElement>('[data-stop="declare signed"]');
  if (stop !== null) focusStop(stop);
}
