import { listFilesInBrief, type Stay } from '#modules/applications';
import type { Tx } from '#platform/database';
import { casablancaMidnight, toDate } from '#platform/dates';
import { listStanding, type Standing } from '../store/standing.ts';

const holders = { convened: 'commission-secretary', decided: 'province', enquiry: 'field-agent', appeal: 'province' } as const;

export const commissionClocks = [
  { kind: 'sitting', clock: 'convened' },
  { kind: 'sitting', clock: 'decided' },
  { kind: 'enquiry', clock: 'enquiry' },
  { kind: 'appeal', clock: 'appeal' },
] as const;

/** What stands with commissions, secretaries, field agents and provinces of the jurisdiction, each with its clock or its promised day. */
export async function listStays(tx: Tx): Promise<Stay[]> {
  const standing = await listStanding(tx);
  const asked = standing.filter(({ kind }) => kind === 'enquiry').map(({ number }) => number);
  const numbers = new Map((await listFilesInBrief(tx, asked)).map((file) => [file.id, file.number]));
  return standing.map((one) => toStay(one, numbers));
}

function toStay({ kind, id, number, territory, clock, since, day }: Standing, numbers: ReadonlyMap<string, string>): Stay {
  return {
    ...{ kind, subject: id, territory, clock, holder: holders[clock] },
    number: kind === 'enquiry' ? (numbers.get(number) ?? '') : number,
    since: since ?? casablancaMidnight(toDate(day ?? '')).toString(),
    ...(since !== null && day !== null ? { due: day } : {}),
  };
}
