import { useCallback, useEffect, useMemo, useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { keptPages } from './kept-pages.ts';
import { type Quad, wholeImage } from './quad.ts';
import type { Treatment } from './reduce.ts';

/** A page on its way to the file: an image to be treated, or a PDF that goes as it is. */
export type PageToSend = Treatment & {
  readonly id: number;
  readonly source:
    | { readonly is: 'image'; readonly bitmap: ImageBitmap }
    | { readonly is: 'pdf'; readonly bytes: Uint8Array<ArrayBuffer> };
  /** As it came from the camera, the scanner or a file. */
  readonly taken: Blob;
  /** Which paper it is a page of; unknown until a digit says so. */
  readonly kind?: string;
};

/** As many at once as one looks over. */
const MOST = 12;

export type Stack = {
  readonly pages: readonly PageToSend[];
  /** The one before the eyes. */
  readonly here: number;
  readonly fault: 'unreadable' | 'too-many' | 'not-kept' | undefined;
  add(files: readonly Blob[], kind: string | undefined): Promise<void>;
  go(step: number): void;
  change(changed: Partial<Pick<PageToSend, 'kind' | 'turns' | 'isGrey' | 'quad'>>): void;
  remove(): void;
  clear(): void;
};

/**
 * The pages that wait to be looked over and sent. What a browser cannot read is not taken, and said. `keptFor` is the file they are for: they
 * are then kept on the computer as they are taken, and stand here again when one comes back.
 */
export function useStack(keptFor?: string): Stack {
  const [here, setHere] = useState(0);
  const [fault, setFault] = useState<Stack['fault']>();
  const [pages, setPages] = usePages(keptFor, setFault);
  const add = useCallback(
    async (files: readonly Blob[], kind: string | undefined) => {
      const read = await Promise.all(files.map(readFile));
      const readable = read.filter((page) => page !== undefined);
      setFault(readable.length < read.length ? 'unreadable' : undefined);
      setPages((before) => {
        const room = MOST - before.length;
        if (readable.length > room) setFault('too-many');
        const added = readable
          .slice(0, Math.max(0, room))
          .map((page, place) => newPage(page, { id: nextId(before) + place, kind }));
        if (added.length > 0) setHere(before.length);
        return [...before, ...added];
      });
    },
    [setPages],
  );
  const go = (step: number) => setHere(Math.min(pages.length - 1, Math.max(0, here + step)));
  const change = (changed: Partial<PageToSend>) =>
    setPages(pages.map((page, place) => (place === here ? { ...page, ...changed } : page)));
  const remove = () => {
    setPages(pages.filter((_page, place) => place !== here));
    setHere(Math.max(0, Math.min(here, pages.length - 2)));
  };
  const clear = () => {
    setPages([]);
    setHere(0);
  };
  return { pages, here, fault, add, go, change, remove, clear };
}

/** The pages, kept at each change once what was kept before stands here again. */
function usePages(keptFor: string | undefined, setFault: (fault: Stack['fault']) => void) {
  const { drafts } = useOffice();
  const kept = useMemo(() => (keptFor === undefined ? undefined : keptPages(drafts, keptFor)), [drafts, keptFor]);
  const [pages, setPages] = useState<readonly PageToSend[]>([]);
  const [isLoaded, setLoaded] = useState(false);
  useEffect(() => {
    let isHere = true;
    const load = async () => {
      const before = (await Promise.all(((await kept?.load().catch(() => [])) ?? []).map(readAgain))).filter(isRead);
      if (!isHere) return;
      setPages((now) => [...before, ...now.map((page, place) => ({ ...page, id: nextId(before) + place }))]);
      setLoaded(true);
    };
    void load();
    return () => {
      isHere = false;
    };
  }, [kept]);
  useEffect(() => {
    if (isLoaded) kept?.keep(pages).catch(() => setFault('not-kept'));
  }, [kept, pages, isLoaded, setFault]);
  return [pages, setPages] as const;
}

function isRead(page: PageToSend | undefined): page is PageToSend {
  return page !== undefined;
}

function nextId(pages: readonly PageToSend[]): number {
  return Math.max(0, ...pages.map(({ id }) => id)) + 1;
}

type Read = Pick<PageToSend, 'source' | 'taken'>;

function newPage(read: Read, { id, kind }: { id: number; kind: string | undefined }): PageToSend {
  const quad: Quad = wholeImage;
  return { ...read, id, quad, turns: 0, isGrey: true, ...(kind === undefined ? {} : { kind }) };
}

async function readAgain(page: Omit<PageToSend, 'source'>): Promise<PageToSend | undefined> {
  const read = await readFile(page.taken);
  return read === undefined ? undefined : { ...page, ...read };
}

/** By its content: a name says nothing. Photographs come turned as they were taken. */
async function readFile(taken: Blob): Promise<Read | undefined> {
  const start = new TextDecoder('latin1').decode(await taken.slice(0, 5).arrayBuffer());
  if (start === '%PDF-') return { taken, source: { is: 'pdf', bytes: new Uint8Array(await taken.arrayBuffer()) } };
  try {
    return { taken, source: { is: 'image', bitmap: await createImageBitmap(taken, { imageOrientation: 'from-image' }) } };
  } catch {
    return undefined;
  }
}
