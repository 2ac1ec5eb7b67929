import { createReadStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { z } from 'zod';
import {
  acknowledgementWriter,
  familiesToRegister,
  familiesValidated,
  oneRegistrationList,
  type RegistrationListFormat,
  type RegistrationListHeader,
  readRegistrationList,
  receiveRegistrationList,
  registrationListWriter,
  registrationRecords,
} from '#modules/entitlements';
import type { Outcome } from '#platform/actions';
import { expectDone } from '#platform/jobs';
import type { Actor } from '#platform/permissions';
import { isRefusal, type Refusal, refuse } from '#platform/refusals';
import type { House } from '../house.ts';
import { formatOfKept, keepFile } from './kept-file.ts';

export type ReceivedList = { readonly list: string; readonly known: boolean };

/**
 * Takes a list to register whole into the house's own folder, by its sender and the digest of its bytes, and registers it. Refuses what is not
 * a list, with its line, before anything is registered; then the file is not kept either.
 */
export async function receiveRegistrationFile(
  house: House,
  source: AsyncIterable<Uint8Array>,
  { sender, actor }: { readonly sender: string; readonly actor: Actor },
): Promise<ReceivedList | Refusal> {
  const { path, digest } = await keepFile(join(house.config.dataFolder, 'registration-lists', sender), source);
  const opened = await openHeader(path);
  if (isRefusal(opened)) {
    await rm(path, { force: true });
    return opened;
  }
  const input = { sender, ...opened, fileDigest: digest, filePath: path };
  const outcome = await house.desk.do(receiveRegistrationList, input, { actor, key: `registration-list:${sender}:${digest}` });
  if (outcome.ok) return { list: outcome.output.list, known: outcome.output.known || outcome.repeated };
  await rm(path, { force: true });
  return outcome.refusal;
}

async function openHeader(path: string): Promise<{ header: RegistrationListHeader; format: RegistrationListFormat } | Refusal> {
  const format = await formatOfKept(path);
  if (format === undefined || format === 'ndjson')
    return refuse('list-unreadable', { facts: { rule: 'format-unknown', place: '', line: 1 } });
  for await (const item of readRegistrationList(createReadStream(path), { format })) {
    if (item.kind === 'opened') return { header: item.header, format };
    if (item.kind === 'fatal') return refuse('list-unreadable', { facts: { ...item.fault } });
  }
  throw new Error('a list opens or fails before it ends');
}

const PAGE = 1_000;

type Wanted = { readonly actor: Actor; readonly format: RegistrationListFormat };
export type Period = { readonly province: string; readonly from: string; readonly to: string };

/** The families that a province validated in some days, written page by page as fast as they are taken. */
export async function* writeFamilies({ desk }: House, period: Period, { actor, format }: Wanted): AsyncGenerator<string> {
  const writer = registrationListWriter(format);
  const { families: count } = expectDone(await desk.ask(familiesValidated, period, { actor }), familiesValidated.name);
  yield writer.header({ ...period, reference: `VALIDATED-${period.province}-${period.from}-${period.to}`, count });
  let written = 0;
  let after: string | undefined;
  do {
    const input = { ...period, limit: PAGE, ...(after === undefined ? {} : { after }) };
    const asked: Outcome<FamiliesPage> = await desk.ask(familiesToRegister, input, { actor });
    const { families, last } = expectDone(asked, familiesToRegister.name);
    yield families.map(({ persons, ...family }) => writer.family(family, persons.map(toTexts))).join('');
    written += families.length;
    after = last ?? undefined;
  } while (after !== undefined);
  // A list whose families moved while it was written is cut: whoever reads it counts, and asks again.
  if (written !== count) throw new Error(`${written} families of ${count} were written`);
  yield writer.footer();
}

type FamiliesPage = z.output<typeof familiesToRegister.output>;

function toTexts({ ref, ...person }: FamiliesPage['families'][number]['persons'][number]) {
  return { ref: String(ref), ...person };
}

/** One result for each record of a list, in its order; nothing for a list that is not there. */
export async function* writeAcknowledgement({ desk }: House, id: string, { actor, format }: Wanted): AsyncGenerator<string> {
  const { list } = expectDone(await desk.ask(oneRegistrationList, { list: id }, { actor }), oneRegistrationList.name);
  if (!list) return;
  const writer = acknowledgementWriter(format);
  yield writer.header({ list: id, reference: list.reference, province: list.province, state: list.state });
  for (let after = 0; ; ) {
    const asked = await desk.ask(registrationRecords, { list: id, after, limit: PAGE }, { actor });
    const { records } = expectDone(asked, registrationRecords.name);
    yield records.map((record) => writer.record(record)).join('');
    const last = records.at(-1);
    if (last === undefined || records.length < PAGE) break;
    after = last.ordinal;
  }
  yield writer.footer();
}
