import type { DraftStore } from '../../client/drafts.ts';
import type { PageToSend } from './pages-to-send.ts';

type Treated = Pick<PageToSend, 'id' | 'turns' | 'isGrey' | 'quad' | 'kind'>;

export type KeptPages = {
  /** What was taken before and not sent, as it was taken. */
  load(): Promise<readonly (Treated & { readonly taken: Blob })[]>;
  /** Makes what is kept the same as what stands on the desk: an image is written once, what is done to it each time. */
  keep(pages: readonly PageToSend[]): Promise<void>;
};

/** Pages taken for one file and not yet sent, sealed on the computer: the lock, another screen or a power cut lose none. */
export function keptPages(drafts: DraftStore, file: string): KeptPages {
  const draft = `papers/${file}`;
  const keyOf = (id: number) => `taken/${file}/${id}`;
  let held: readonly Treated[] = [];
  let last: Promise<void> = Promise.resolve();
  const write = async (pages: readonly PageToSend[]) => {
    const known = new Set(held.map(({ id }) => id));
    for (const { id, taken } of pages)
      if (!known.has(id)) await drafts.keepImage(keyOf(id), new Uint8Array(await taken.arrayBuffer()));
    const gone = held.filter(({ id }) => pages.every((page) => page.id !== id));
    if (pages.length === 0) await drafts.remove(draft);
    else await drafts.keep({ id: draft, kind: 'papers', label: file, changedAt: Date.now(), content: pages.map(toTreated) });
    for (const { id } of gone) await drafts.removeImage(keyOf(id));
    held = pages.map(toTreated);
  };
  return {
    async load() {
      const kept = await drafts.find(draft);
      held = (kept?.content ?? []) as readonly Treated[];
      const images = await Promise.all(held.map(({ id }) => drafts.findImage(keyOf(id))));
      return held.flatMap((page, at) => {
        const bytes = images[at];
        return bytes === undefined ? [] : [{ ...page, taken: new Blob([bytes]) }];
      });
    },
    keep(pages) {
      const turn = last.then(() => write(pages));
      last = turn.catch(() => undefined);
      return turn;
    },
  };
}

function toTreated({ id, turns, isGrey, quad, kind }: PageToSend): Treated {
  return { id, turns, isGrey, quad, ...(kind === undefined ? {} : { kind }) };
}
