import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { buffer } from 'node:stream/consumers';
import { parseArgs } from 'node:util';
import {
  credentialDetails,
  type PublicKeys,
  parseKeySet,
  parseRevocationList,
  type Revocations,
  type Verdict,
  verdictMessage,
  verifyCredential,
} from '#modules/cards';
import { systemClock, today } from '#platform/clock';
import { readConfig } from '#platform/config';
import { type PlainDate, parseDate } from '#platform/dates';
import { isLanguage, type Language, type Message, translator } from '#platform/i18n';
import { readQrFromImage } from '#platform/qr';
import { isRefusal } from '#platform/refusals';
import { type Command, UsageError } from '../command.ts';

/** Says what the code of a card or a receipt is worth, offline, with public keys only. */
export const cardsVerify: Command = {
  name: 'cards verify',
  summary: 'say whether the code of a card or a receipt is valid, expired, forged or revoked; offline, with the public keys only',
  usage: [
    '--text TEXT          the text of the code, "RMD1:…"; or',
    '--image FILE         a PNG or JPEG that shows the code; or',
    '-                    either of them on standard input',
    '--keys FILE          published keys (ramed.keys/1); those of this installation if absent',
    '--revocations FILE   list of revoked cards (ramed.revocations/1); that of this installation, if there is one',
    '--on DATE            the day to judge by, 2026-04-02; today if absent',
    '--language LANGUAGE  fr, ar, zgh or en; fr if absent',
    '--json               one JSON object instead of sentences',
    'Exit code: 0 valid, 1 not valid, 2 wrong use or unreadable list.',
  ],
  needs: 'nothing',
  async run(args, io) {
    const options = readOptions(args);
    const publicKeys = await readKeys(options.keys, options.language);
    const revocations = await readRevocations(options.revocations, publicKeys, options.language);
    const text = await readCode(options);
    const verdict = verifyCredential(text ?? '', { publicKeys, revocations, on: options.on });
    io.stdout.write(
      options.json ? asJson(verdict, options.on, revocations) : asSentences(verdict, options.language, revocations),
    );
    return verdict.verdict === 'valid' ? 0 : 1;
  },
};

type ListFile = { readonly path: string; readonly isChosen: boolean };

type Options = {
  readonly text: string | undefined;
  readonly image: string | undefined;
  readonly keys: ListFile;
  readonly revocations: ListFile;
  readonly on: PlainDate;
  readonly language: Language;
  readonly json: boolean;
};

function readOptions(args: readonly string[]): Options {
  const { values, positionals } = parseWords(args);
  const sources = [values.text, values.image, ...positionals].filter((source) => source !== undefined);
  if (sources.length !== 1 || positionals.some((word) => word !== '-'))
    throw new UsageError('Give one code: --text, --image or -');
  const on = values.on === undefined ? today(systemClock) : parseDate(values.on);
  if (!on) throw new UsageError(`--on is no day of the calendar: ${values.on}`);
  const language = values.language ?? 'fr';
  if (!isLanguage(language)) throw new UsageError(`--language is none of fr, ar, zgh, en: ${language}`);
  const { text, image, json = false } = values;
  return {
    text,
    image,
    on,
    language,
    json,
    keys: list(values.keys, 'public-keys'),
    revocations: list(values.revocations, 'revocations'),
  };
}

function parseWords(args: readonly string[]) {
  const text = { type: 'string' } as const;
  const options = {
    text,
    image: text,
    keys: text,
    revocations: text,
    on: text,
    language: text,
    json: { type: 'boolean' },
  } as const;
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

/** The file chosen, or the one that the running system publishes. */
function list(chosen: string | undefined, name: string): ListFile {
  const path = chosen ?? join(readConfig(process.env).dataFolder, 'keys', `${name}.json`);
  return { path, isChosen: chosen !== undefined };
}

async function readKeys({ path }: ListFile, language: Language): Promise<PublicKeys> {
  const keys = parseKeySet(await readJson(path));
  if (isRefusal(keys))
    throw new UsageError(`${path}: ${translator(language)(`cards.refusal.${keys.refused}`)} ${keys.place ?? ''}`.trim());
  return keys;
}

/** Only the list of this installation may be missing: one that was asked for must be there, and be sealed. */
async function readRevocations(
  { path, isChosen }: ListFile,
  keys: PublicKeys,
  language: Language,
): Promise<Revocations | undefined> {
  const json = await readJson(path).catch((error: unknown) => {
    if (!isChosen && (error as Error).cause === 'ENOENT') return undefined;
    throw error;
  });
  if (json === undefined) return undefined;
  const revocations = parseRevocationList(json, keys);
  if (isRefusal(revocations)) throw new UsageError(`${path}: ${translator(language)(`cards.refusal.${revocations.refused}`)}`);
  return revocations;
}

async function readJson(path: string): Promise<unknown> {
  try {
    return JSON.parse((await readBytes(path)).toString('utf8'));
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new UsageError(`${path} is no JSON file`);
  }
}

async function readBytes(path: string): Promise<Buffer> {
  try {
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`${path} cannot be read (${code})`, { cause: code });
  }
}

async function readCode({ text, image }: Options): Promise<string | undefined> {
  if (text !== undefined) return text;
  const bytes = image === undefined ? await buffer(process.stdin) : await readBytes(image);
  return isPicture(bytes) || image !== undefined ? readQrFromImage(bytes) : bytes.toString('utf8');
}

function isPicture(bytes: Buffer): boolean {
  return bytes.toString('latin1', 1, 4) === 'PNG' || (bytes[0] === 0xff && bytes[1] === 0xd8);
}

function asSentences(verdict: Verdict, language: Language, revocations: Revocations | undefined): string {
  const translate = translator(language);
  const say = (value: string | Message) => (typeof value === 'string' ? value : translate(value.key, value.facts));
  const details = 'claims' in verdict ? credentialDetails(verdict.claims) : [];
  const colon = language === 'fr' ? ' : ' : ': ';
  const lines = [
    say(verdictMessage(verdict)),
    ...details.map(({ label, value }) => `  ${say(label)}${colon}${say(value)}`),
    ...('claims' in verdict ? [`  ${say(revocationsMessage(revocations))}`] : []),
  ];
  return `${lines.join('\n')}\n`;
}

function revocationsMessage(revocations: Revocations | undefined): Message {
  if (!revocations) return { key: 'cards.revocations.unknown' };
  return { key: 'cards.revocations.as-of', facts: { day: revocations.issuedAt.toZonedDateTimeISO('UTC').toPlainDate() } };
}

/** Temporal values write themselves as ISO 8601. */
function asJson(verdict: Verdict, on: PlainDate, revocations: Revocations | undefined): string {
  return `${JSON.stringify({ ...verdict, on, revocationsIssuedAt: revocations?.issuedAt ?? null })}\n`;
}
