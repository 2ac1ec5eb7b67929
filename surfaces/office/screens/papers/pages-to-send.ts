import { useCallback, useState } from 'react';
import { type Quad, wholeImage } from './quad.ts';
import type { Treatment } from './reduce.ts';

/** A page on its way to the file: an image to be treated, or a PDF that goes as it is. */
export type PageToSend = Treatment & {
  readonly id: number;
  readonly source:
    | { readonly is: 'image'; readonly bitmap: ImageBitmap }
    | { readonly is: 'pdf'; readonly bytes: Uint8Array<ArrayBuffer> };
  /** Which paper it is a page of; unknown until a digit says so. */
  readonly kind?: string;
};

/** As many at once as one looks over. */
const MOST = 12;

export type Stack = {
  readonly pages: readonly PageToSend[];
  /** The one before the eyes. */
  readonly here: number;
  readonly fault: 'unreadable' | 'too-many' | undefined;
  add(files: readonly Blob[], kind: string | undefined): Promise<void>;
  go(step: number): void;
  change(changed: Partial<Pick<PageToSend, 'kind' | 'turns' | 'isGrey' | 'quad'>>): void;
  remove(): void;
  clear(): void;
};

/** The pages that wait to be looked over and sent. What a browser cannot read is not taken, and said. */
export function useStack(): Stack {
  const [pages, setPages] = useState<readonly PageToSend[]>([]);
  const [here, setHere] = useState(0);
  const [fault, setFault] = useState<Stack['fault']>();
  const add = useCallback(async (files: readonly Blob[], kind: string | undefined) => {
    const read = await Promise.all(files.map(readFile));
    const readable = read.filter((source) => source !== undefined);
    setFault(readable.length < read.length ? 'unreadable' : undefined);
    setPages((before) => {
      const room = MOST - before.length;
      if (readable.length > room) setFault('too-many');
      const added = readable
        .slice(0, Math.max(0, room))
        .map((source, place) => newPage(source, { id: nextId(before) + place, kind }));
      if (added.length > 0) setHere(before.length);
      return [...before, ...added];
    });
  }, []);
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

function nextId(pages: readonly PageToSend[]): number {
  return Math.max(0, ...pages.map(({ id }) => id)) + 1;
}

function newPage(source: PageToSend['source'], { id, kind }: { id: number; kind: string | undefined }): PageToSend {
  const quad: Quad = wholeImage;
  return { id, source, quad, turns: 0, isGrey: true, ...(kind === undefined ? {} : { kind }) };
}

/** By its content: a name says nothing. Photographs come turned as they were taken. */
async function readFile(file: Blob): Promise<PageToSend['source'] | undefined> {
  const start = new TextDecoder('latin1').decode(await file.slice(0, 5).arrayBuffer());
  if (start === '%PDF-') return { is: 'pdf', bytes: new Uint8Array(await file.arrayBuffer()) };
  try {
    return { is: 'image', bitmap: await createImageBitmap(file, { imageOrientation: 'from-image' }) };
  } catch {
    return undefined;
  }
}
