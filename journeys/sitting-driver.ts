import type { Page } from 'playwright-core';
import { agendaOfSitting } from '#modules/commissions';
import type { Declaration } from '#modules/eligibility';
import { systemClock } from '#platform/clock';
import { sql } from '#platform/database';
import { expectDone } from '#platform/jobs';
import { population } from '../modules/applications/testing/population/index.ts';
import { checkRequests, everyMember, ownHand, schedule } from '../surfaces/testing/road.ts';
import type { ServedHouse } from '../surfaces/testing/served-house.ts';
import type { Counted } from './counted-keys.ts';

export type Proposal = 'poor' | 'vulnerable' | 'not_eligible';
export type PreparedSitting = { readonly sitting: string; readonly proposals: ReadonlyMap<number, Proposal> };

/** The clock of the house, which can be put forward: the time that a commission reads a batch passes without anybody waiting. */
export function forwardClock() {
  let ahead = 0;
  return {
    now: () => systemClock.now().add({ milliseconds: ahead }),
    forward(milliseconds: number) {
      ahead += milliseconds;
    },
  };
}

type Preparing = { readonly commune: string; readonly files: number; readonly alone: number };

const invented = population({ households: 2_000, seed: 'salle', filedFrom: '2026-09-07', filedTo: '2026-11-20', errors: 'none' });

/** The next families of the countryside, each of its own: nobody asks twice. */
function nextFamilies(count: number): Declaration[] {
  const families: Declaration[] = [];
  while (families.length < count) {
    const { value, done } = invented.next();
    if (done) throw new Error('there are no more invented families');
    if (value.declaration.milieu === 'rural') families.push(value.declaration);
  }
  return families;
}

/**
 * A sitting of today with so many families on its agenda, all different. Their papers were never scanned here, so that none would be concordant: all
 * but the last `alone` are put down as the secretary's reading of complete files would have put them.
 */
export async function prepareSitting(test: ServedHouse, { commune, files, alone }: Preparing): Promise<PreparedSitting> {
  const families = nextFamilies(files).map((family) => ({ ...family, commune }) as Declaration);
  const ids = await checkRequests(test, ...families);
  await everyMember(test, commune);
  const sitting = await schedule(test, ids);
  await sql`update commissions.agenda_item set concordant = position <= ${files - alone} where sitting_id = ${sitting}`.execute(
    test.owner.kysely,
  );
  const agenda = expectDone(await test.ask(ownHand, agendaOfSitting, { sitting }), 'agenda');
  return { sitting, proposals: new Map(agenda.files.map(({ position, proposal }) => [position, proposal as Proposal])) };
}

type Opening = { readonly sitting: string; readonly members?: number };

/** Into the room: at once when one sitting is held, else chosen from the list. */
export async function enterRoom(page: Page, keys: Counted, sitting: string): Promise<void> {
  await keys.press('g');
  await keys.press('r');
  await page.locator('.sitting-room, .sittings-here').first().waitFor();
  const link = page.locator(`.sittings-here a[href$="${sitting}"]`);
  if ((await link.count()) === 0) return;
  await link.focus();
  await keys.press('Enter');
}

/** Into the room of the sitting of today, everybody ticked by a digit, and it is open. */
export async function openByKeyboard(page: Page, keys: Counted, { sitting, members = 5 }: Opening): Promise<void> {
  await enterRoom(page, keys, sitting);
  await page.locator('.attendance').waitFor();
  for (let digit = 1; digit <= members; digit += 1) await keys.press(String(digit));
  await keys.press('Control+Enter');
  await page.locator('.batch, .file-stop').first().waitFor();
}

/** Where the room stands: a batch with so many rows, one file, or nothing left. */
export async function whereNow(page: Page): Promise<{ readonly batch: number } | { readonly file: number } | 'done'> {
  await page.locator('.batch, .file-stop, .all-decided').first().waitFor();
  const found = (await page.evaluate(`[
    document.querySelectorAll('.batch tbody tr').length,
    Number(document.querySelector('.sheet-position')?.textContent ?? 0)
  ]`)) as [number, number];
  const [rows, position] = found;
  if (rows > 0) return { batch: rows };
  return position > 0 ? { file: position } : 'done';
}

/** Waits until the head of the room says that so many files are decided. */
export async function decidedNow(page: Page, decided: number, of: number): Promise<void> {
  await page.locator('.room-progress strong', { hasText: new RegExp(`^\\s*${decided}/${of}\\s*$`) }).waitFor();
}

const byScore = { poor: 'a', vulnerable: 'v', not_eligible: 'r' } as const;

/** What a commission decides of a file that it discusses: most as scored, some adjourned, seen on the spot, or against the score; with the keys for it. */
function keysFor(position: number, proposal: Proposal): readonly string[] {
  if (position % 10 === 1) return ['j', '1'];
  if (position % 10 === 4) return ['e', '1'];
  if (position % 10 === 7) return proposal === 'not_eligible' ? ['v', '1'] : ['r', '1'];
  return [byScore[proposal]];
}

type Deciding = {
  readonly page: Page;
  readonly keys: Counted;
  readonly of: number;
  readonly proposals: ReadonlyMap<number, Proposal>;
  /** Lets the time pass that a batch must be read. */
  readonly read: () => Promise<void>;
  /** Before each stop, with how many are decided. */
  readonly before?: (decided: number) => Promise<void>;
};

/** Decides whatever comes, until nothing is left; gives how many. */
export async function decideAll({ page, keys, of, proposals, read, before }: Deciding, from = 0): Promise<number> {
  let decided = from;
  for (;;) {
    const at = await whereNow(page);
    if (at === 'done') return decided;
    await before?.(decided);
    if ('batch' in at) {
      await read();
      await keys.press('Shift+B');
      await page.locator('.ruling-bar .button-primary').waitFor();
      await keys.press('Enter');
      decided += at.batch;
    } else {
      for (const key of keysFor(at.file, proposals.get(at.file) ?? 'poor')) await keys.press(key);
      decided += 1;
    }
    await decidedNow(page, decided, of);
  }
}

/** What the books say: standing rulings by outcome, and whether any file has two. */
export async function booksOf(test: ServedHouse, sitting: string) {
  const { rows } = await sql<{ standing: number; files: number; batches: number }>`
    select count(*)::int as standing, count(distinct application_id)::int as files, count(distinct batch)::int as batches
    from commissions.ruling where sitting_id = ${sitting} and withdrawn_at is null`.execute(test.owner.kysely);
  return rows[0] ?? { standing: 0, files: 0, batches: 0 };
}
