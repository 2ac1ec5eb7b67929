import { applications } from '#modules/applications';
import {
  cards,
  createSigningKey,
  makerClient,
  makerFromEnv,
  openSnapshotShelf,
  type SigningKey,
  type SnapshotShelf,
  verifyCredential,
} from '#modules/cards';
import { commissions } from '#modules/commissions';
import { complaints } from '#modules/complaints';
import { contributions } from '#modules/contributions';
import { askAboutNewcomer, coverage } from '#modules/coverage';
import { clamd, documents, type PaperHouse, pageFiles, scannerFromEnv } from '#modules/documents';
import { type CodeReader, entitlements, type RightQuestion, rightOf } from '#modules/entitlements';
import { exchange, partnerClient, partnersFromEnv, type RegisterName } from '#modules/exchange';
import { type NoticeDeeds, noticeDeeds, notices, noticesFromEnv } from '#modules/notices';
import { registry } from '#modules/registry';
import { type ProveInPerson, proveInPerson, staff } from '#modules/staff';
import { territory } from '#modules/territory';
import { verifications } from '#modules/verifications';
import { type Action, type Desk, openDesk, type Query } from '#platform/actions';
import { type Clock, systemClock } from '#platform/clock';
import type { Config } from '#platform/config';
import { type Database, openDatabase } from '#platform/database';
import type { Job } from '#platform/jobs';
import { createLog, type Log } from '#platform/logging';
import { noticesSecret, openSigningKey } from './keys.ts';
import type { DatabaseUrls } from './preparation.ts';
import { reprintMinutes } from './server/print/reprint-minutes.ts';
import { revocationsJob } from './worker/publish-revocations.ts';
import { rehearsalJobs } from './worker/rehearsal/index.ts';

/** Everything put together: what each surface opens once and closes at its end. */
export type House = {
  readonly config: Config;
  readonly urls: DatabaseUrls;
  readonly clock: Clock;
  readonly log: Log;
  readonly database: Database;
  readonly desk: Desk;
  readonly signingKey: SigningKey;
  /** Where the bytes of families' papers lie, and who looks for malware in them. */
  readonly papers: PaperHouse;
  /** What families ask of the messages about their requests. */
  readonly notices: NoticeDeeds;
  /** Where the snapshots of all rights lie that hospitals ask without a network. */
  readonly snapshots: SnapshotShelf;
  /** The rights question, which reads the codes that this house signs. */
  readonly rightOf: RightQuestion;
  readonly actions: readonly Action[];
  readonly queries: readonly Query[];
  readonly jobs: readonly Job<never>[];
  close(): Promise<void>;
};

export type HouseOptions = { readonly name: string; readonly connections: number; readonly clock?: Clock };

export function openHouse(config: Config, urls: DatabaseUrls, { name, connections, clock = systemClock }: HouseOptions): House {
  const database = openDatabase(urls.app, { connections, name: `ramed-${name}` });
  const signingKey = openSigningKey(config.dataFolder, clock.now());
  const papers = openPapers(config.dataFolder);
  const telling = openNotices(signingKey);
  const prove = proveInPerson({ database, clock, config });
  const question = rightOf(codeReader(signingKey));
  const snapshots = openSnapshotShelf(config.dataFolder);
  const modules = listModules({ clock, signingKey, snapshots, papers, notices: telling, prove, rightOf: question });
  const jobs = listJobs(config, modules, signingKey);
  const subscribers = Map.groupBy(
    jobs.filter((job) => job.on !== undefined),
    (job) => job.on ?? '',
  );
  const subscribersOf = (event: string) => (subscribers.get(event) ?? []).map((job) => job.name);
  return {
    config,
    urls,
    clock,
    log: createLog(name, config.logLevel),
    database,
    desk: openDesk({ database, clock, subscribersOf }),
    signingKey,
    snapshots,
    papers,
    notices: telling,
    rightOf: question,
    actions: modules.flatMap((module) => module.actions as readonly Action[]),
    queries: modules.flatMap((module) => module.queries as readonly Query[]),
    jobs,
    close: () => database.close(),
  };
}

function listJobs(config: Config, modules: readonly { jobs: readonly unknown[] }[], key: SigningKey): readonly Job<never>[] {
  const ofModules = modules.flatMap((module) => module.jobs as readonly Job<never>[]);
  const rehearsal = config.mode === 'production' ? [] : rehearsalJobs(config);
  return [...ofModules, revocationsJob(config.dataFolder, key) as Job<never>, ...rehearsal];
}

/** Every deed and every question of the scheme, for those who describe them: the command line's help, the permission matrix. */
export function listDeedsAndQuestions(): { readonly actions: readonly Action[]; readonly queries: readonly Query[] } {
  const signingKey = createSigningKey(new Uint8Array(32));
  const nobody: ProveInPerson = async () => ({ refused: 'wrong-code' });
  const told = {
    papers: openPapers('.'),
    snapshots: openSnapshotShelf('.'),
    notices: openNotices(signingKey),
    prove: nobody,
    rightOf: rightOf(codeReader(signingKey)),
  };
  const modules = listModules({ clock: systemClock, signingKey, ...told });
  return {
    actions: modules.flatMap((module) => module.actions as readonly Action[]),
    queries: modules.flatMap((module) => module.queries as readonly Query[]),
  };
}

type Furnishing = Pick<House, 'clock' | 'signingKey' | 'snapshots' | 'papers' | 'notices' | 'rightOf'> & {
  readonly prove: ProveInPerson;
};

/** The table of contents of the scheme, as the running system has it. */
function listModules({ clock, signingKey, snapshots, papers, notices: telling, prove, rightOf: question }: Furnishing) {
  const settings = partnersFromEnv(process.env);
  const client = (name: RegisterName) => partnerClient({ ...settings[name], clock, random: Math.random });
  // Whoever types at a counter waits two seconds, once.
  const atOnce = (name: RegisterName) =>
    partnerClient({
      ...settings[name],
      timeoutMs: Math.min(settings[name].timeoutMs, 2_000),
      patience: { attempts: 1 },
      clock,
      random: Math.random,
    });
  const insurers = client('insurers');
  return [
    territory,
    staff(listDeedsAndQuestions),
    exchange,
    registry,
    verifications({ dgsn: client('dgsn'), cnss: client('cnss'), cnops: client('cnops') }, atOnce('dgsn')),
    coverage(insurers),
    documents(papers),
    applications,
    commissions(prove, reprintMinutes),
    entitlements(question, askAboutNewcomer(insurers)),
    contributions,
    cards(signingKey, { snapshots, maker: makerClient(makerFromEnv(process.env)) }),
    complaints,
    notices(noticesFromEnv(process.env), telling),
  ] as const;
}

/** Every module with its deeds and questions, as types: the office's client is typed by them. */
export type HouseModules = ReturnType<typeof listModules>;

/** Whose the signed code of a card or a receipt is, and whether the house signed it: its own days say nothing of the right. */
function codeReader({ id, publicKey }: SigningKey): CodeReader {
  const publicKeys = new Map([[id, publicKey]]);
  return (text, on) => {
    const verdict = verifyCredential(text, { publicKeys, on });
    if (!('claims' in verdict)) return verdict.verdict;
    const { claims } = verdict;
    if (claims.kind === 'receipt') return { receipt: claims.receiptNumber };
    return { registration: claims.registrationNumber, card: claims.cardSerial };
  };
}

function openNotices(signingKey: SigningKey): NoticeDeeds {
  return noticeDeeds({ secret: noticesSecret(signingKey), site: noticesFromEnv(process.env).site });
}

/** Touches nothing until a paper comes. */
function openPapers(dataFolder: string): PaperHouse {
  return { files: pageFiles(dataFolder), scanner: clamd(scannerFromEnv(process.env)) };
}
