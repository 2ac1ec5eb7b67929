import { useState } from 'react';
import { useOffice } from '../../client/office-context.tsx';
import { useText } from '../../client/words.tsx';
import type { PageToSend, Stack } from './pages-to-send.ts';
import { toPage } from './reduce.ts';
import type { FileOfPapers } from './typed-here.ts';

export type Sending = {
  readonly isBusy: boolean;
  /** How many were kept to be sent just now. */
  readonly sent: number;
  readonly fault: 'not-typed' | 'unreadable' | undefined;
  /** Pages of each paper that wait here or were just sent: the list turns green before the line is back. */
  readonly waiting: ReadonlyMap<string, number>;
  send(): Promise<void>;
};

/** Makes every page of the stack small enough and hands all to the outbox; it sends them when there is a line. */
export function useSending(file: FileOfPapers, stack: Stack, onSent: () => void): Sending {
  const { client } = useOffice();
  const text = useText();
  const [isBusy, setBusy] = useState(false);
  const [sent, setSent] = useState<readonly string[]>([]);
  const [count, setCount] = useState(0);
  const [fault, setFault] = useState<Sending['fault']>();
  const send = async () => {
    const untyped = stack.pages.findIndex(({ kind }) => kind === undefined);
    if (untyped >= 0) {
      stack.go(untyped - stack.here);
      return setFault('not-typed');
    }
    setBusy(true);
    const made = await Promise.all(stack.pages.map(bytesOf));
    setBusy(false);
    const broken = made.indexOf(undefined);
    if (broken >= 0) {
      stack.go(broken - stack.here);
      return setFault('unreadable');
    }
    const pages = stack.pages.map(({ kind = 'other' }, place) => ({
      kind,
      bytes: made[place] as Uint8Array<ArrayBuffer>,
      label: text('office.papers.label', { paper: text(`applications.paper.${kind}`), number: file.called }),
    }));
    await client.sendPages({ application: file.id, file: `application:${file.id}` }, pages);
    setFault(undefined);
    setCount(pages.length);
    setSent([...sent, ...pages.map(({ kind }) => kind)]);
    stack.clear();
    onSent();
  };
  const waiting = new Map<string, number>();
  for (const kind of [...sent, ...stack.pages.flatMap(({ kind }) => kind ?? [])]) waiting.set(kind, (waiting.get(kind) ?? 0) + 1);
  return { isBusy, sent: count, fault, waiting, send };
}

async function bytesOf({ source, quad, turns, isGrey }: PageToSend): Promise<Uint8Array<ArrayBuffer> | undefined> {
  return source.is === 'pdf' ? source.bytes : toPage(source.bitmap, { quad, turns, isGrey });
}
