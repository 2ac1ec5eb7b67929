import { Readable } from 'node:stream';
import { type CoverListHeader, type ListPartner, listWriter, oneList } from '#modules/coverage';
import { expectDone, type Job } from '#platform/jobs';
import type { ListFormat } from '#platform/lists';
import { systemActor } from '#platform/permissions';
import { isRefusal } from '#platform/refusals';
import { receiveListFile } from '../gateway/cover-list-files.ts';
import type { TestHouse } from './test-house.ts';

type LineTexts = Parameters<ReturnType<typeof listWriter>['line']>[0];

const partners = { cnss: 'cnss', cnops: 'cnops', students: 'insurers', art114: 'insurers' } as const;
let told = 0;

/** A full list of the CNSS, unless told otherwise, under a reference of its own. */
export function aListOf(
  lines: readonly LineTexts[],
  { format = 'csv', ...meta }: Partial<CoverListHeader> & { readonly format?: ListFormat } = {},
): string {
  told += 1;
  const { organism = 'cnss', scheme = 'cnss', kind = 'full', stands_on = '2026-11-01' } = meta;
  const { count = lines.length, reference = `L-${told}` } = meta;
  const writer = listWriter(format);
  const header = writer.header({ organism, scheme, kind, reference, stands_on, count });
  return header + lines.map((line) => writer.line(line)).join('') + writer.footer();
}

/** Delivers a list as its partner; nobody has read it yet. */
export async function deliverList(test: TestHouse, text: string, partner: ListPartner = 'cnss') {
  const permissions = new Set(['coverage:send-lists'] as const);
  const actor = { id: `partner:${partner}`, permissions, scopes: ['*'] };
  return receiveListFile(test.house, Readable.from([Buffer.from(text)]), { partner, actor });
}

/** Delivers a list and has it read to its end by the worker's own job; gives what became of it. */
export async function tellList(
  test: TestHouse,
  lines: readonly LineTexts[],
  meta: Partial<CoverListHeader> & { readonly format?: ListFormat } = {},
) {
  const received = await deliverList(test, aListOf(lines, meta), partners[meta.scheme ?? 'cnss']);
  if (isRefusal(received)) throw new Error(`not received: ${received.refused}`);
  await readNow(test, received.list);
  return listOf(test, received.list);
}

/** Reads a list now, in this process. */
export async function readNow(test: TestHouse, list: string): Promise<void> {
  const { desk, clock } = test.house;
  const log = { info: () => undefined, warn: () => undefined };
  const context = { desk, clock, log, actor: systemActor('coverage.read-list'), key: list, enqueue: async () => undefined };
  const job = test.house.jobs.find((one) => one.name === 'coverage.read-list') as unknown as Job<{ list: string }>;
  await job.handle(context, { list });
}

export async function listOf(test: TestHouse, list: string) {
  const found = expectDone(await test.ask(systemActor('test'), oneList, { list }), 'one-list');
  if (!found.list) throw new Error(`there is no list ${list}`);
  return { ...found.list, refusals: found.refusals };
}
