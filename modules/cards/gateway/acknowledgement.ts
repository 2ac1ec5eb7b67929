import { createHmac, timingSafeEqual } from 'node:crypto';
import type { MakerFault, NotMade } from '../model/maker.ts';

export type Acknowledgement = { readonly reference: string; readonly cards: number; readonly rejected: readonly NotMade[] };

type Expected = { readonly batch: string; readonly file: string; readonly key: string };

/**
 * Reads what the maker says of a batch, card by card. Believed only when its seal is that of the agreement over every byte before it, and it is of
 * this batch, of the file that was sent and of as many cards as it counts.
 */
export function readAcknowledgement(text: string, { batch, file, key }: Expected): Acknowledgement | { fault: MakerFault } {
  const sealAt = text.lastIndexOf('#seal;');
  if (!text.startsWith('#schema;ramed.card-acknowledgement/1\n') || sealAt < 0) return { fault: 'unreadable' };
  const body = text.slice(0, sealAt);
  if (!isSealed(body, text.slice(sealAt), key)) return { fault: 'seal-wrong' };
  const rows = body.split('\n').filter((line) => line !== '');
  const head = new Map(rows.filter((line) => line.startsWith('#')).map((line) => split(line.slice(1))));
  if (head.get('batch') !== batch) return { fault: 'other-batch' };
  if (head.get('file') !== file) return { fault: 'other-file' };
  const lines = rows.filter((line) => !line.startsWith('#')).slice(1);
  if (lines.length !== Number(head.get('count'))) return { fault: 'count-differs' };
  const told = lines.map((line) => LINE.exec(line)?.groups);
  const reference = head.get('reference') ?? '';
  if (reference === '' || told.includes(undefined)) return { fault: 'unreadable' };
  const rejected = told.flatMap((line) => (line && line.outcome !== 'made' ? [toNotMade(line)] : []));
  return { reference, cards: lines.length, rejected };
}

const LINE = /^(?<serial>[0-9]{10});(?<outcome>made|fault|spoilt);(?<reason>[a-z0-9-]{0,60})$/;

function toNotMade({ serial = '', outcome = '', reason = '' }: Record<string, string | undefined>): NotMade {
  return { serial, reason: reason === '' ? outcome : `${outcome}: ${reason}` };
}

function split(line: string): [string, string] {
  const at = line.indexOf(';');
  return [line.slice(0, at), line.slice(at + 1)];
}

function isSealed(body: string, said: string, key: string): boolean {
  const wanted = Buffer.from(`#seal;${createHmac('sha256', key).update(body).digest('hex')}\n`);
  const given = Buffer.from(said);
  return given.length === wanted.length && timingSafeEqual(given, wanted);
}
