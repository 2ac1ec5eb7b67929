import { useQueryClient } from '@tanstack/react-query';
import { type Dispatch, type SetStateAction, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { DeedInput, QuestionOutput } from '../../client/contract.ts';
import type { Answer, Submitted } from '../../client/office-client.ts';
import { type Asked, useAnswer, useOffice } from '../../client/office-context.tsx';
import { useKeptWork } from '../../client/use-kept-work.ts';
import { deedOf, deedsInOutbox, joined, keyOf, type LocalDeed, type LocalWork } from './local-deeds.ts';
import { type Room, soFar } from './room.ts';
import { type RoomNow, roomNow } from './room-now.ts';

/** How often another screen's rulings are looked for while there is a line. */
const LOOK_MS = 4_000;

export type RoomDeeds = {
  /** Keeps a deed on this computer and sends it; the room shows it at once. `shownAt`: since when a batch was read. */
  act(work: LocalWork, label: string, batch?: { readonly number: number; readonly shownAt: string }): void;
  /** What was refused was read by whoever sits here. */
  dismiss(deed: LocalDeed): void;
  look(): Promise<void>;
  /** This moment by the server's clock, as near as this computer can tell, with the line and without. */
  now(): string;
};

export type OpenRoom = {
  readonly asked: Asked<QuestionOutput<'commissions.sitting-in-full'>>;
  readonly room: RoomNow | undefined;
  /** What stands here is not of now. */
  readonly isKept: boolean;
  readonly deeds: RoomDeeds;
};

/** A sitting as this computer has it: its files read once, what is done asked again and again, and over it what was done here and is on its way. */
export function useRoom(sitting: string): OpenRoom {
  const asked = useAnswer('commissions.sitting-in-full', { sitting });
  const done = useAnswer('commissions.sitting-so-far', { sitting });
  const { view, line } = useKeptWork();
  const server = useMemo(
    () => (isReady(asked) ? soFar(asked.data, isReady(done) ? done.data : undefined) : undefined),
    [asked, done],
  );
  const clock = useServerClock(asked, done);
  const here = useDeedsHere(sitting, clock);
  usePulse({ sitting, mark: server?.mark, look: here.deeds.look, isOnLine: line.line === 'open' });
  const isKept = done.state === 'ready' ? done.answer.isKept : asked.state === 'ready' && asked.answer.isKept;
  const entries = view?.entries;
  const room = useMemo(() => {
    if (server === undefined) return undefined;
    return roomNow(server, joined(deedsInOutbox(entries ?? [], sitting, { arrived: isKept }), here.made));
  }, [server, entries, here.made, sitting, isKept]);
  return { asked, room, isKept, deeds: here.deeds };
}

type Ready<T> = Extract<Asked<T>, { state: 'ready' }>;

/** Not a type of its own for each question: whatever is not there yet, or is no sitting, is not ready. */
function isReady<T extends { readonly mark?: string | undefined }>(asked: Asked<T>): asked is Ready<T & Room> {
  return asked.state === 'ready' && asked.data.mark !== undefined;
}

/** What this window did since the room was last asked. */
function useDeedsHere(sitting: string, now: () => string) {
  const { client, kept } = useOffice();
  const [made, setMade] = useState<readonly LocalDeed[]>([]);
  const look = useLook(sitting, made, setMade);
  const deeds = useMemo<RoomDeeds>(() => {
    const settle = (key: string, fate: Partial<LocalDeed>) =>
      setMade((all) => all.map((deed) => (deed.key === key ? { ...deed, ...fate } : deed)));
    return {
      act(work, label, batch) {
        const key = keyOf(work);
        setMade((all) => [...all.filter((deed) => deed.key !== key), { key, work, state: 'making' }]);
        const about = { label, file: `sitting:${sitting}` };
        client.submit(deedOf[work.does], inputOf(sitting, work, batch), about).then(
          (done) => {
            settle(key, fateOf(done));
            if (done.state === 'refused') void look();
          },
          () => settle(key, { state: 'refused' }),
        );
      },
      dismiss(deed) {
        setMade((all) => all.filter(({ key }) => key !== deed.key));
        if (deed.item !== undefined) void kept.withdraw(deed.item, deed.refusal?.refused ?? 'read');
      },
      look,
      now,
    };
  }, [client, kept, look, now, sitting]);
  return { made, deeds };
}

/** Asks what was done. Whatever had arrived before it was asked is in the answer, or was undone since. */
function useLook(sitting: string, made: readonly LocalDeed[], setMade: Dispatch<SetStateAction<readonly LocalDeed[]>>) {
  const queries = useQueryClient();
  const latest = useRef(made);
  latest.current = made;
  return useCallback(async () => {
    const arrived = new Set(latest.current.filter(({ state }) => state === 'arrived').map(({ key }) => key));
    const queryKey = ['commissions.sitting-so-far', { sitting }];
    await queries.refetchQueries({ queryKey });
    if (queries.getQueryData<Answer<unknown>>(queryKey)?.isKept === false)
      setMade((all) => all.filter(({ key }) => !arrived.has(key)));
  }, [queries, sitting, setMade]);
}

function fateOf(done: Submitted<unknown>): Partial<LocalDeed> {
  if (done.state === 'refused') return { state: 'refused', refusal: done.refusal };
  return done.state === 'done' ? { state: 'arrived' } : { state: 'kept' };
}

type Input = DeedInput<(typeof deedOf)[keyof typeof deedOf]>;

function inputOf(sitting: string, work: LocalWork, batch?: { readonly number: number; readonly shownAt: string }): Input {
  const { does, ...said } = work;
  return (does === 'rule' ? { sitting, rulings: work.rulings, ...(batch ? { batch } : {}) } : { sitting, ...said }) as Input;
}

type Pulse = {
  readonly sitting: string;
  readonly mark: string | undefined;
  readonly look: () => Promise<void>;
  readonly isOnLine: boolean;
};

/** While there is a line and somebody looks at the page, a few bytes tell whether anything was done; only then it is asked what. */
function usePulse({ sitting, mark, look, isOnLine }: Pulse): void {
  const { client } = useOffice();
  const known = useRef(mark);
  known.current = mark;
  useEffect(() => {
    if (!isOnLine) return undefined;
    const feel = async () => {
      if (document.hidden) return;
      const { output, isKept } = await client.ask('commissions.sitting-pulse', { sitting });
      if (!isKept && output.mark !== known.current) await look();
    };
    // Nobody answers, or somebody signed out: the strip above says so, and this tries again.
    const timer = setInterval(() => void feel().catch(() => undefined), LOOK_MS);
    return () => clearInterval(timer);
  }, [client, sitting, look, isOnLine]);
}

type Told = Asked<{ readonly now?: string | undefined }>;

/**
 * The clock of a counter's computer may be wrong by hours; the minutes go by the server's. An answer was written before it was read: of all that came,
 * the one that took least time tells best, and a clock that only ever goes forward never shortens what was read.
 */
function useServerClock(...answers: readonly Told[]): () => string {
  const ahead = useRef<number>(undefined);
  for (const asked of answers) {
    if (asked.state !== 'ready' || asked.data.now === undefined) continue;
    const told = Date.parse(asked.data.now) - asked.answer.askedAt;
    ahead.current = Math.max(ahead.current ?? told, told);
  }
  return useCallback(() => new Date(Date.now() + (ahead.current ?? 0)).toISOString(), []);
}
