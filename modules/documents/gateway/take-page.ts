import type { z } from 'zod';
import type { Desk, Outcome } from '#platform/actions';
import { type Clock, today } from '#platform/clock';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import { addPage, keepPage, type StoredPage } from '../actions/keep-page.ts';
import { keeperOf, type PaperOwner } from '../model/keeper.ts';
import { paperLimitsOn, toMegabytes } from '../model/paper-limits.ts';
import { recognise } from '../model/recognise.ts';
import type { Scanner } from './clamd.ts';
import type { PageFiles } from './page-files.ts';

/** What papers need besides the database: a place for their bytes and somebody who looks for malware in them. */
export type PaperHouse = { readonly files: PageFiles; readonly scanner: Scanner };

type Taking = PaperHouse & { readonly desk: Desk; readonly clock: Clock };

/** A page that arrived for a paper. `isCutOff`: it went on beyond the largest that is taken, and the rest was not read. */
export type Arrived = PaperOwner & { readonly kind: string; readonly bytes: Buffer; readonly isCutOff?: boolean };

export type Taken = { readonly ok: true; readonly page: string } | { readonly ok: false; readonly refusal: Refusal };

/**
 * Takes in a page from its sender: recognised by content, within the limits, scanned, its bytes stored, then kept. A silent scanner delays
 * nobody: the page is kept unseen, opened by nobody, and scanned later. The refusals are those of `keepPage` and `empty`, `not-a-paper`,
 * `heic`, `unreadable`, `too-small`, `protected`, `active`, `too-large` of the content.
 */
export async function takePage(taking: Taking, arrived: Arrived): Promise<Taken> {
  const page = await storePage(taking, arrived);
  if (isRefusal(page)) return { ok: false, refusal: page };
  const { owner, territory, kind } = arrived;
  const outcome = await taking.desk.do(
    keepPage,
    { ...page, owner, territory, kind },
    { actor: keeperOf({ owner, territory }), key: newId() },
  );
  return outcome.ok ? { ok: true, page: outcome.output.page } : outcome;
}

/** The same from an agent, who adds it to a file: see `addPage`. The deed may be told again under its key. */
export async function takePageFromAgent(
  taking: Taking,
  arrived: Arrived,
  by: { actor: Actor; key: string },
): Promise<Outcome<z.output<typeof addPage.output>>> {
  const page = await storePage(taking, arrived);
  const { owner, territory, kind } = arrived;
  return isRefusal(page) ? { ok: false, refusal: page } : taking.desk.do(addPage, { ...page, owner, territory, kind }, by);
}

/** Looks at the bytes and stores them for good; gives what a deed is to keep. Bytes that none keeps are swept away the next night. */
export async function storePage(
  { clock, files, scanner }: PaperHouse & Pick<Taking, 'clock'>,
  { bytes, isCutOff = false }: Pick<Arrived, 'bytes' | 'isCutOff'>,
): Promise<StoredPage | Refusal> {
  const { pageBytes } = paperLimitsOn(today(clock).toString());
  if (isCutOff || bytes.length > pageBytes) return refuse('too-large', { facts: { megabytes: toMegabytes(pageBytes) } });
  const recognised = recognise(bytes);
  if ('fault' in recognised) return refuse(recognised.fault);
  const verdict = await scanner.scan(bytes);
  if (verdict === 'infected') return refuse('infected');
  const checksum = await files.keep(bytes);
  const scan = verdict === 'clean' ? ('clean' as const) : ('to-be-scanned' as const);
  return { ...recognised, page: newId(), checksum, bytes: bytes.length, scan };
}
