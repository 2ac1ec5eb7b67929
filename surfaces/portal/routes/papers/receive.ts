import type { MultipartFile } from '@fastify/multipart';
import type { FastifyRequest } from 'fastify';
import { handOverPapers, keeperOf, paperLimitsOn, takePage } from '#modules/documents';
import { today } from '#platform/clock';
import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import type { PaperFault } from '../../pages/papers/paper.tsx';
import type { Portal } from '../portal.ts';
import type { PaperDesk } from './desk.ts';

/** Files of one form; whoever has more sends the form again. */
const MOST_FILES = 12;
/** All of one form together. A larger one is cut off, and what came before is kept. */
export const LARGEST_FORM = 64 * 1_048_576;

export type Received = { readonly taken: number; readonly wantsToBring: boolean; readonly faults: readonly PaperFault[] };

/**
 * Reads the files of a form one after the other, so that one at a time is in memory, and keeps each that is a paper. A line that breaks
 * in the middle loses the file it was at and keeps those before it.
 */
export async function receivePages(portal: Portal, request: FastifyRequest, desk: PaperDesk, kind: string): Promise<Received> {
  const faults: PaperFault[] = [];
  let [taken, wantsToBring, arrived] = [0, false, 0];
  try {
    for await (const part of request.parts({ limits: limitsOf(portal) })) {
      if (part.type !== 'file') {
        wantsToBring ||= part.fieldname === 'bring' && part.value === 'yes';
        continue;
      }
      const file = await readFile(part);
      if (file.bytes.length === 0 && file.name === '') continue;
      arrived += 1;
      const fault = await keep(portal, desk, { kind, ...file });
      if (fault) faults.push(fault);
      else taken += 1;
    }
  } catch {
    // A form that broke off on the way: its sender is told, if still there, and sends the rest again.
    faults.push({ field: 'file', message: { key: 'portal.upload.cut-off' } });
  }
  if (taken > 0 && !desk.isDraft) await putOnFile(portal, desk);
  if (arrived === 0 && faults.length === 0 && !wantsToBring)
    faults.push({ field: 'photo', message: { key: 'portal.upload.none-chosen' } });
  return { taken, wantsToBring, faults };
}

function limitsOf({ house }: Portal) {
  const { pageBytes } = paperLimitsOn(today(house.clock).toString());
  return { fileSize: pageBytes + 1, files: MOST_FILES, fields: 2, fieldSize: 100 };
}

type SentFile = {
  readonly field: PaperFault['field'];
  readonly name: string;
  readonly bytes: Buffer;
  readonly isCutOff: boolean;
};

async function readFile(part: MultipartFile): Promise<SentFile> {
  const bytes = await part.toBuffer();
  const field = part.fieldname === 'photo' ? 'photo' : 'file';
  return { field, name: (part.filename ?? '').slice(-60), bytes, isCutOff: part.file.truncated };
}

async function keep({ house }: Portal, desk: PaperDesk, file: SentFile & { kind: string }): Promise<PaperFault | undefined> {
  const { owner, territory } = desk;
  const { desk: deeds, clock, papers } = house;
  const { kind, bytes, isCutOff, field, name } = file;
  const outcome = await takePage({ ...papers, desk: deeds, clock }, { owner, territory, kind, bytes, isCutOff });
  if (outcome.ok) return undefined;
  const { refused, facts } = outcome.refusal;
  return { field, name, message: { key: `documents.refusal.${refused}`, ...(facts ? { facts } : {}) } };
}

/** What is sent for something that is filed already belongs to its file from the start. */
async function putOnFile({ house }: Portal, { owner, territory }: PaperDesk): Promise<void> {
  const by = { actor: keeperOf({ owner, territory }), key: newId() };
  expectDone(await house.desk.do(handOverPapers, { from: owner, to: owner, territory }, by), 'portal.papers');
}
