import type { Desk } from '#platform/actions';
import { type Clock, today } from '#platform/clock';
import { newId } from '#platform/ids';
import { type Refusal, refuse } from '#platform/refusals';
import { keepPage } from '../actions/keep-page.ts';
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
export async function takePage({ desk, clock, files, scanner }: Taking, arrived: Arrived): Promise<Taken> {
  const { owner, territory, kind, bytes, isCutOff = false } = arrived;
  const { pageBytes } = paperLimitsOn(today(clock).toString());
  if (isCutOff || bytes.length > pageBytes) return refused('too-large', { megabytes: toMegabytes(pageBytes) });
  const recognised = recognise(bytes);
  if ('fault' in recognised) return refused(recognised.fault);
  const verdict = await scanner.scan(bytes);
  if (verdict === 'infected') return refused('infected');
  const checksum = await files.keep(bytes);
  const input = {
    ...recognised,
    page: newId(),
    owner,
    territory,
    kind,
    checksum,
    bytes: bytes.length,
    scan: verdict === 'clean' ? ('clean' as const) : ('to-be-scanned' as const),
  };
  const outcome = await desk.do(keepPage, input, { actor: keeperOf({ owner, territory }), key: newId() });
  return outcome.ok ? { ok: true, page: outcome.output.page } : outcome;
}

function refused(code: string, facts: Refusal['facts'] = {}): Taken {
  return { ok: false, refusal: refuse(code, { facts }) };
}
