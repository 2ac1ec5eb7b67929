import { lawAt } from '#law';
import { type FileToRegister, listFilesNumbered } from '#modules/applications';
import { latestDecisions } from '#modules/commissions';
import { listBirthsOfCards, listCleared, listOverlapping } from '#modules/coverage';
import { listBeneficiaries, listStatedOnCards } from '#modules/registry';
import type { Tx } from '#platform/database';
import type { RecordFacts } from '../model/judge-record.ts';
import type { StatedFamily } from '../model/registration-list.ts';
import type { Category } from '../model/right.ts';
import { listRegistrationsOfRequests } from '../store/registrations.ts';
import type { RegistrationRow } from '../store/tables.ts';

/** What the house holds of one record: its file, whether that is registered already, and what it is judged by. */
export type KnownRecord = {
  readonly file: FileToRegister | undefined;
  readonly registration: RegistrationRow | undefined;
  readonly facts: RecordFacts;
};

/** The same for many records, in their order: as many statements for a thousand as for one. */
export async function factsOfRecords(tx: Tx, stated: readonly StatedFamily[], day: string): Promise<readonly KnownRecord[]> {
  const numbers = [...new Set(stated.map(({ request }) => request))];
  const files = new Map((await listFilesNumbered(tx, numbers)).map((file) => [file.number, file]));
  const known = await readKnown(
    tx,
    [...files.values()].map(({ id }) => id),
    stated,
  );
  const operations: Readonly<Record<string, string>> = lawAt(day).rights.registrationOperations.value;
  return stated.map(({ request }) => {
    const file = files.get(request);
    const registration = file && known.registrations.get(file.id);
    return { file, registration, facts: toFacts({ file, registration, operation: operations[file?.kind ?? ''] }, known) };
  });
}

type Known = Awaited<ReturnType<typeof readKnown>>;

async function readKnown(tx: Tx, requests: readonly string[], stated: readonly StatedFamily[]) {
  const cards = [...new Set(stated.flatMap(({ persons }) => persons.flatMap(({ card }) => card ?? [])))];
  const births = Map.groupBy(await listBirthsOfCards(tx, cards), ({ card }) => card);
  return {
    registrations: new Map((await listRegistrationsOfRequests(tx, requests)).map((row) => [row.request_id, row])),
    decisions: new Map((await latestDecisions(tx, requests)).map((one) => [one.application, one])),
    members: Map.groupBy(await listBeneficiaries(tx, requests), ({ requestId }) => requestId),
    bearers: Map.groupBy(await listStatedOnCards(tx, cards), ({ cnie }) => cnie),
    toldBirths: new Map([...births].map(([card, told]) => [card, new Set(told.map(({ birthDate }) => birthDate))])),
    cleared: await listCleared(tx, requests),
    overlapping: await listOverlapping(tx, requests),
  };
}

type Case = Omit<KnownRecord, 'facts'> & { readonly operation: string | undefined };

function toFacts({ file, registration, operation }: Case, known: Known): RecordFacts {
  const id = file?.id ?? '';
  const bearers = [...known.bearers].map(([card, some]) => [card, some.filter(({ requestId }) => requestId !== id)] as const);
  return {
    standing: standingOf(file, registration),
    category: registration?.category ?? categoryOf(known.decisions.get(id)?.outcome),
    members: known.members.get(id) ?? [],
    otherBearers: new Map(bearers),
    toldBirths: known.toldBirths,
    control: known.overlapping.has(id) ? 'overlap' : known.cleared.has(id) ? 'clear' : 'waiting',
    operation,
  };
}

function standingOf(file: FileToRegister | undefined, registration: RegistrationRow | undefined): RecordFacts['standing'] {
  if (registration) return 'registered';
  return file?.state === 'validated' || file?.state === 'held' ? file.state : undefined;
}

function categoryOf(outcome: string | undefined): Category | undefined {
  return outcome === 'poor' || outcome === 'vulnerable' ? outcome : undefined;
}
