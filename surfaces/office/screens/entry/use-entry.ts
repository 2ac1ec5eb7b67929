import { useEffect, useMemo, useRef, useState } from 'react';
import type { Declaration } from '#modules/eligibility';
import { casablancaDate, Temporal, toDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { Draft, DraftStore } from '../../client/drafts.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { withoutPerson, withPerson, withPersonLikeLast } from './copy-person.ts';
import { nameOfPerson } from './name-of-person.ts';
import { type Entry, type EntryFault, readEntry, type Typed } from './read-entry.ts';

/** A request that is being typed, as it is kept: what was typed, which papers were seen, who it is not. */
export type EntryDraft = {
  readonly typed: Typed;
  readonly papersSeen: readonly string[];
  readonly isDeclared: boolean;
  readonly notTheSame: readonly { readonly other: string; readonly reason: string }[];
  /** The dossier that its family printed, when the answers came from there: reviewed rather than typed. */
  readonly origin?: DossierOrigin;
  /** The parts of the form that the agent has compared with the paper. */
  readonly seen?: readonly string[];
};

export type DossierOrigin = {
  readonly number: string;
  readonly language: Language;
  readonly declaration: Declaration;
};

export type EntryDesk = ReturnType<typeof useEntry>;

/** What is typed of one request, read as it is typed and kept as it is read. */
export function useEntry(id: string, first: EntryDraft) {
  const { drafts } = useOffice();
  const [draft, setDraft] = useState(first);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [copied, setCopied] = useState<ReadonlySet<string>>(new Set());
  const [showsAll, setShowsAll] = useState(false);
  const { typed } = draft;
  const { origin } = draft;
  const entry = useMemo(() => readEntry(typed, dayOfAnswers(origin)), [typed, origin]);
  const savedAt = useKept(id, draft, entry);
  const keep = () => drafts.keep(asDraft(id, draft, entry));
  useShortcut('save-draft', () => void keep());
  const changeTyped = (change: (typed: Typed) => Typed) => setDraft((now) => ({ ...now, typed: change(now.typed) }));
  return {
    entry,
    typed,
    draft,
    savedAt,
    /** At once, as it stands: before it is filed, so that it opens again as it was should it be refused. */
    keep,
    forget: () => drafts.remove(id),
    type(step: string, key: string, value: string | readonly string[]) {
      setCopied((names) => without(names, `${step} ${key}`));
      changeTyped((now) => ({ ...now, texts: { ...now.texts, [step]: { ...now.texts[step], [key]: value } } }));
    },
    leave: (step: string, key: string) => setLeft((names) => new Set(names).add(`${step} ${key}`)),
    showAll: () => setShowsAll(true),
    faultsShown: faultsShown(entry, showsAll ? undefined : left),
    faultAt: (step: string, key: string) =>
      faultsShown(entry, showsAll ? undefined : left).find((fault) => fault.step === step && fault.key === key)?.fault,
    isCopied: (step: string, key: string) => copied.has(`${step} ${key}`),
    addPerson: () => changeTyped(withPerson),
    copyPerson() {
      const made = withPersonLikeLast(typed);
      setCopied((names) => new Set([...names, ...made.copied]));
      changeTyped(() => made.typed);
    },
    removePerson: (ref: number) => changeTyped((now) => withoutPerson(now, ref)),
    setSeen: (seen: readonly string[]) => setDraft((now) => ({ ...now, seen })),
    setPapers: (papersSeen: readonly string[]) => setDraft((now) => ({ ...now, papersSeen })),
    setDeclared: (isDeclared: boolean) => setDraft((now) => ({ ...now, isDeclared })),
    noteNotTheSame: (other: string, reason: string) =>
      setDraft((now) => ({ ...now, notTheSame: [...now.notTheSame.filter((one) => one.other !== other), { other, reason }] })),
  };
}

/** Whoever has grown up since a dossier was sent is asked what they were asked then. */
function dayOfAnswers(origin: DossierOrigin | undefined) {
  return origin === undefined ? casablancaDate(Temporal.Now.instant()) : toDate(origin.declaration.filed_on);
}

/** What is empty is not wrong before somebody has been there; once the request is to be filed, everything is told. */
function faultsShown({ faults }: Entry, left: ReadonlySet<string> | undefined): readonly EntryFault[] {
  return left === undefined ? faults : faults.filter(({ step, key, fault }) => fault !== 'missing' && left.has(`${step} ${key}`));
}

/** Keeps the draft at each change; tells when it was kept last. */
function useKept(id: string, draft: EntryDraft, entry: Entry): number | undefined {
  const { drafts } = useOffice();
  const [savedAt, setSavedAt] = useState<number>();
  const first = useRef(draft);
  const line = useRef<{ isBusy: boolean; next: Draft | undefined }>({ isBusy: false, next: undefined });
  useEffect(() => {
    if (draft === first.current) return;
    line.current.next = asDraft(id, draft, entry);
    void keepInLine(line.current, drafts, setSavedAt);
  }, [draft, drafts, entry, id]);
  return savedAt;
}

/** One write at a time, and the last of what came meanwhile after it: the lock finds nothing that is not kept. */
async function keepInLine(
  line: { isBusy: boolean; next: Draft | undefined },
  drafts: DraftStore,
  told: (at: number) => void,
): Promise<void> {
  if (line.isBusy) return;
  line.isBusy = true;
  try {
    for (let draft = line.next; draft !== undefined; draft = line.next) {
      line.next = undefined;
      await drafts.keep(draft);
      told(draft.changedAt);
    }
  } finally {
    line.isBusy = false;
  }
}

function asDraft(id: string, draft: EntryDraft, entry: Entry): Draft {
  const label = nameOfPerson(entry.answers.members[0] ?? {});
  return { id, kind: 'entry', label, changedAt: Date.now(), content: draft };
}

function without(names: ReadonlySet<string>, name: string): ReadonlySet<string> {
  if (!names.has(name)) return names;
  return new Set([...names].filter((one) => one !== name));
}
