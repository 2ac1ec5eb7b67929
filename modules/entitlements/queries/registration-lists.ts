import { z } from 'zod';
import { defineQuery } from '#platform/actions';
import { registrationListFormats } from '../model/registration-list.ts';
import { recordResults } from '../model/rejection.ts';
import {
  type CountedResult,
  countResults,
  findRegistrationList,
  listRecords,
  listRegistrationLists,
  type RegistrationListRow,
} from '../store/registration-lists.ts';

const states = ['receiving', 'ended', 'unreadable'] as const;

/** Where the file of a list lies, and at which record its reading goes on. */
export const registrationListToRead = defineQuery({
  name: 'entitlements.registration-list-to-read',
  summary: 'Where the file of a list to register lies, and at which record its reading goes on',
  permission: 'system:entitlements',
  input: z.object({ list: z.uuid() }),
  output: z.object({
    list: z.object({
      filePath: z.string(),
      format: z.enum(registrationListFormats),
      state: z.enum(states),
      nextOrdinal: z.int(),
    }),
  }),
  internal: true,
  async run({ tx }, { list: id }) {
    const list = await findRegistrationList(tx, id);
    if (!list) throw new Error(`list to register ${id} is not stored`);
    const { filePath, format, state, nextOrdinal } = list;
    return { list: { filePath, format, state, nextOrdinal } };
  },
});

const List = z.object({
  id: z.string(),
  sender: z.string(),
  province: z.string(),
  reference: z.string(),
  from: z.string(),
  to: z.string(),
  state: z.enum(states),
  familiesTold: z.int(),
  fault: z.object({ rule: z.string(), place: z.string(), line: z.int() }).nullable(),
  receivedAt: z.string(),
  endedAt: z.string().nullable(),
  /** How many of its records came to what, by code: as it stands now. */
  results: z.array(z.object({ result: z.enum(recordResults), code: z.string().nullable(), records: z.int() })),
});

/** One list to register with how many of its records came to what. */
export const oneRegistrationList = defineQuery({
  name: 'entitlements.one-registration-list',
  summary: 'A list to register, and how many of its records came to what',
  permission: 'entitlements:read-lists',
  input: z.object({ list: z.uuid() }),
  output: z.object({ list: List.optional() }),
  async run({ tx }, { list: id }) {
    const list = await findRegistrationList(tx, id);
    return list ? { list: toShown(list, await countResults(tx, [id])) } : {};
  },
});

/** The lists to register that came last, the newest first. */
export const recentRegistrationLists = defineQuery({
  name: 'entitlements.recent-registration-lists',
  summary: 'The lists to register that came last, and how many of their records came to what',
  permission: 'entitlements:read-lists',
  input: z.object({ limit: z.int().min(1).max(100).default(25) }),
  output: z.object({ lists: z.array(List) }),
  async run({ tx }, { limit }) {
    const lists = await listRegistrationLists(tx, limit);
    const results = await countResults(
      tx,
      lists.map(({ id }) => id),
    );
    return { lists: lists.map((list) => toShown(list, results)) };
  },
});

const Record = z.object({
  ordinal: z.int(),
  line: z.int(),
  request: z.string().nullable(),
  application: z.string().nullable(),
  result: z.enum(recordResults),
  registration: z.string().nullable(),
  code: z.string().nullable(),
  place: z.string(),
});

/** The records of a list in its order, each with what became of it; or those that came to some results. */
export const registrationRecords = defineQuery({
  name: 'entitlements.registration-records',
  summary: 'The records of a list to register, each with its number or the code it was rejected by',
  permission: 'entitlements:read-lists',
  input: z.object({
    list: z.uuid(),
    results: z.array(z.enum(recordResults)).default([]),
    after: z.int32().default(0),
    limit: z.int().min(1).max(10_000).default(200),
  }),
  output: z.object({ records: z.array(Record) }),
  run: async ({ tx }, page) => ({ records: await listRecords(tx, page) }),
});

function toShown(
  { filePath: _path, fileDigest: _digest, format: _format, nextOrdinal: _next, ...shown }: RegistrationListRow,
  results: readonly CountedResult[],
) {
  const own = results.filter(({ list }) => list === shown.id);
  return { ...shown, results: own.map(({ result, code, records }) => ({ result, code, records })) };
}
