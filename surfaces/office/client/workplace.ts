import type { Json } from '#platform/canonical-json';
import { newId } from '#platform/ids';
import {
  bringBack,
  exportUnsent,
  type Item,
  type OfficeComputer,
  type Outbox,
  openOutbox,
  type Standing,
  type Sync,
  startSync,
  type Turns,
  type Vault,
  type World,
} from '../offline/index.ts';
import type { DraftStore } from './drafts.ts';
import { keptAnswers } from './kept-answers.ts';
import { forgetSentDrafts, keptDrafts } from './kept-drafts.ts';
import type { KeptWork } from './kept-work.ts';
import { type About, type OfficeClient, openClient, type Submitted } from './office-client.ts';
import { isSignedInAs, type Session } from './session.ts';
import { moduleOfRefusal } from './wire.ts';

/** Everything of one agent on this computer while it is unlocked. `close` before the vault is locked. */
export type Workplace = {
  readonly session: Session;
  readonly client: OfficeClient;
  readonly drafts: DraftStore;
  readonly kept: KeptWork;
  close(): void;
};

export type WorkplaceParts = {
  readonly world: World;
  readonly computer: OfficeComputer;
  readonly vault: Vault;
  readonly session: Session;
  readonly turns: Turns;
};

/** As long as an agent looks at a button that works; after it the deed is said to wait, and goes on by itself. */
const LOOKED_AT = 6_000;
const GLANCE = 100;
const FILING = 'applications.file-at-counter';
const SENDING_PATIENCE = 90_000;
const REMEMBERED = 300;

export async function openWorkplace(parts: WorkplaceParts): Promise<Workplace> {
  const { world, vault, session } = parts;
  const outbox = openOutbox({ world, vault, author: { agent: session.agent.id, post: session.post.id }, newId });
  await outbox.tidy(REMEMBERED);
  await forgetSentDrafts(vault, outbox);
  const heard = new Set<() => void>();
  const tell = () => {
    for (const listener of heard) listener();
  };
  const sync = syncOf(parts, outbox);
  const standing = watchSession(parts, tell);
  void standing.look();
  const deaf = sync.subscribe(tell);
  const answers = await keptAnswers(vault);
  // A strip that says "on line" beside an answer that did not come is not believed a second time.
  const onCut = () => void (sync.state().line === 'open' && sync.nudge());
  const author = `agent:${session.agent.id}/${session.post.id}`;
  const asking = openClient({ answers, now: world.now, newKey: newId, author, onCut });
  return {
    session,
    client: {
      ask: asking.ask,
      attempt: asking.attempt,
      receiptOf: asking.receiptOf,
      keepSignedScan: asking.keepSignedScan,
      bringRegistrationList: asking.bringRegistrationList,
      submit: (name, input, about) => submitByOutbox({ outbox, sync, tell }, { deed: name, input: input as Json, about }),
      async sendPages(to, pages) {
        const file = rowOf(to.file);
        await outbox.addPages({ application: to.application, file, waitsFor: await filingOf(outbox, file) }, pages);
        tell();
        void sync.nudge();
      },
    },
    drafts: keptDrafts(vault, outbox),
    kept: keptWorkOf({ ...parts, outbox, sync, standing, heard, tell }),
    close() {
      deaf();
      sync.stop();
    },
  };
}

/** Among which deeds it keeps its order: those of the same request, however a screen writes it, or none. */
function rowOf(file: string | undefined): string {
  if (file === undefined) return `deed:${newId()}`;
  return file.includes(':') ? file : `application:${file}`;
}

/** The deed that files a request, if it was done on this computer: its pages go after it, to the file that it made. */
async function filingOf(outbox: Outbox, file: string): Promise<readonly string[]> {
  const { entries } = await outbox.view();
  return entries.filter(({ item }) => item.file === file && isDeed(item, FILING)).map(({ item }) => item.id);
}

const networkEvents = ['online', 'offline'] as const;

function syncOf({ world, computer, vault, turns }: WorkplaceParts, outbox: Outbox): Sync {
  return startSync({
    wire: { fetch: (address, request) => fetch(address, request), crypto: world.crypto, patience: SENDING_PATIENCE },
    outbox,
    turns,
    timers: { set: (work, milliseconds) => setTimeout(work, milliseconds), clear: (timer) => clearTimeout(timer as number) },
    random: Math.random,
    now: world.now,
    onNetwork(listener) {
      for (const event of networkEvents) addEventListener(event, listener);
      return () => {
        for (const event of networkEvents) removeEventListener(event, listener);
      };
    },
    onContact: () => void computer.noteOnline(vault.agent),
  });
}

type Sending = { readonly outbox: Outbox; readonly sync: Sync; tell(): void };
type Doing = { readonly deed: string; readonly input: Json; readonly about: About };

/** One way for every deed, with a line and without: kept on the computer first, then sent; so that a power cut in between loses nothing. */
async function submitByOutbox<T>({ outbox, sync, tell }: Sending, { deed, input, about }: Doing): Promise<Submitted<T>> {
  const earlier = await refusedFiling(outbox, deed, rowOf(about.file));
  const item = earlier ? await outbox.replace(earlier, input) : await keepAnew(outbox, { deed, input, about });
  tell();
  const standing = await settledWithin(sync, async () => (await outbox.view()).entries.find((one) => one.item.id === item.id));
  tell();
  if (standing?.state === 'acknowledged') return { state: 'done', output: standing.output as T };
  if (standing?.state !== 'refused' || standing.refusal === undefined) return { state: 'waiting' };
  // What stands in the place of a refused deed stays, for the pages that wait for it.
  if (!earlier) await outbox.drop(item.id);
  tell();
  return { state: 'refused', module: moduleOfRefusal(deed, standing.refusal), refusal: standing.refusal };
}

async function keepAnew(outbox: Outbox, { deed, input, about: { label, file, pages = [], draft } }: Doing): Promise<Item> {
  const [item] = await outbox.add({ deed, input, file: rowOf(file), label, pages, ...(draft === undefined ? {} : { draft }) });
  if (!item) throw new Error('nothing was kept');
  return item;
}

/** A request that was refused after the agent had gone on, and is now filed again: one takes the place of the other. */
async function refusedFiling(outbox: Outbox, deed: string, file: string): Promise<string | undefined> {
  if (deed !== FILING) return undefined;
  const { entries } = await outbox.view();
  const stopped = (state: string) => state === 'refused' || state === 'quarantined';
  return entries.find((one) => one.item.file === file && isDeed(one.item, FILING) && stopped(one.standing.state))?.item.id;
}

function isDeed({ work }: Item, deed: string): boolean {
  return work.does === 'deed' && work.deed === deed;
}

/** How a deed stands once it is settled or the round that sends it has ended, or when the agent has looked long enough. */
async function settledWithin(sync: Sync, find: () => Promise<{ standing: Standing } | undefined>): Promise<Standing | undefined> {
  let isOver = false;
  void sync.nudge().then(() => {
    isOver = true;
  });
  for (let looked = 0; looked < LOOKED_AT && !isOver; looked += GLANCE) {
    await new Promise((resolve) => setTimeout(resolve, GLANCE));
    const state = (await find())?.standing.state;
    if (state === 'acknowledged' || state === 'refused') break;
  }
  return (await find())?.standing;
}

/** A PIN opens the computer, not the server: whether the agent is signed in there is asked, since nothing may need it for an hour. */
function watchSession({ session, computer }: WorkplaceParts, tell: () => void) {
  let isOver = false;
  return {
    isOver: () => isOver,
    async look() {
      const isThere = await isSignedInAs(session);
      isOver = isThere === false;
      if (isThere === true) await computer.noteOnline(session.agent.id);
      tell();
    },
  };
}

type Keeping = WorkplaceParts & {
  outbox: Outbox;
  sync: Sync;
  standing: ReturnType<typeof watchSession>;
  heard: Set<() => void>;
  tell(): void;
};

function keptWorkOf({ world, computer, vault, outbox, sync, standing, heard, tell }: Keeping): KeptWork {
  const changed = async <T>(change: Promise<T>): Promise<T> => {
    const result = await change;
    tell();
    void sync.nudge();
    return result;
  };
  return {
    view: outbox.view,
    state() {
      const state = sync.state();
      return state.needs === 'nothing' && standing.isOver() ? { ...state, needs: 'sign-in' } : state;
    },
    subscribe(listener) {
      heard.add(listener);
      return () => void heard.delete(listener);
    },
    room: computer.askRoom,
    async sendNow() {
      await standing.look();
      await sync.nudge();
    },
    retry: (id) => changed(outbox.retry(id)),
    withdraw: (id, reason) => changed(outbox.withdraw(id, reason)),
    async replace(item, input) {
      await changed(outbox.replace(item.id, input as Json));
    },
    exportUnsent: async () => new Blob([await exportUnsent(vault, outbox, world)], { type: 'application/json' }),
    bringBack: async (file) => changed(bringBack(vault, outbox, { text: await file.text(), crypto: world.crypto })),
  };
}
