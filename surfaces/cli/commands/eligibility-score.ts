import { createReadStream, createWriteStream } from 'node:fs';
import { access, constants, realpath } from 'node:fs/promises';
import { dirname } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { parseArgs } from 'node:util';
import { type FormulaId, formulas, isFormulaId, scoreLine } from '#modules/eligibility';
import { type Command, type CommandIo, UsageError } from '../command.ts';

/** Scores a file of declarations of any size in constant memory, each line on its own. Needs no database. */
export const eligibilityScore: Command = {
  name: 'eligibility score',
  summary: 'score declarations, one JSON object a line',
  usage: [
    '--formula ID    rsu-2022 or ramed-2008',
    '--input FILE    declarations (ramed.declaration/1), one JSON object a line in UTF-8; - reads standard input',
    '--output FILE   one JSON object a line: line, score, thresholds (name: met), or line, error (path, message); - writes standard output',
    'Lines are numbered from 1. Blank lines are counted and skipped. A line with an error never stops the others.',
  ],
  needs: 'nothing',
  async run(args, io) {
    const { formula, input, output } = await readOptions(args);
    const counts: Counts = { scored: 0, refused: 0 };
    const sink = output === '-' ? io.stdout : createWriteStream(output);
    try {
      await pipeline(
        input === '-' ? process.stdin : createReadStream(input),
        (source) => scoreLines(source, formula, counts),
        sink,
        { end: output !== '-' },
      );
    } catch (error) {
      return reportFailure(error, io);
    }
    io.stderr.write(`${counts.scored + counts.refused} declarations: ${counts.scored} scored, ${counts.refused} with an error\n`);
    return 0;
  },
};

type Options = { readonly formula: FormulaId; readonly input: string; readonly output: string };
type Counts = { scored: number; refused: number };

const longestLine = 4 * 1024 * 1024;
const newLine = 10;
const carriageReturn = 13;
const byteOrderMark = '\uFEFF';

async function readOptions(args: readonly string[]): Promise<Options> {
  const { formula, input, output } = parseOptions(args);
  if (!formula || !input || !output) throw new UsageError('--formula, --input and --output are all needed');
  if (!isFormulaId(formula)) {
    const known = formulas().map(({ id }) => id);
    throw new UsageError(`There is no formula "${formula}": the law holds ${known.join(' and ')}`);
  }
  if (input !== '-') await mustBeReachable(input, constants.R_OK, `The input cannot be read: ${input}`);
  if (output !== '-') await mustBeReachable(dirname(output), constants.W_OK, `The output cannot be written: ${output}`);
  if (input !== '-' && output !== '-' && (await samePlace(input, output))) {
    throw new UsageError('--input and --output are the same file: it would be emptied before it is read');
  }
  return { formula, input, output };
}

function parseOptions(args: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({ args: [...args], options: { formula: text, input: text, output: text } }).values;
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}

async function mustBeReachable(path: string, mode: number, message: string): Promise<void> {
  await access(path, mode).catch((cause: NodeJS.ErrnoException) => {
    throw new UsageError(`${message} (${cause.code})`);
  });
}

async function samePlace(one: string, other: string): Promise<boolean> {
  const [left, right] = await Promise.all([realpath(one), realpath(other).catch(() => undefined)]);
  return left === right;
}

async function* scoreLines(source: AsyncIterable<Buffer>, formula: FormulaId, counts: Counts): AsyncGenerator<string> {
  let line = 0;
  for await (const block of blocksOfLines(source)) {
    let results = '';
    for (const bytes of block) {
      line += 1;
      const result = scoreBytes(bytes, line, formula);
      if (!result) continue;
      counts['error' in result ? 'refused' : 'scored'] += 1;
      results += `${JSON.stringify({ line, ...result })}\n`;
    }
    if (results) yield results;
  }
}

function scoreBytes(bytes: Buffer | undefined, line: number, formula: FormulaId) {
  if (!bytes) return { error: { path: '', message: `is longer than ${longestLine} bytes` } };
  const text = decode(bytes);
  if (text === undefined) return { error: { path: '', message: 'is not UTF-8' } };
  const document = line === 1 && text.startsWith(byteOrderMark) ? text.slice(1) : text;
  return document.trim() === '' ? undefined : scoreLine(formula, document);
}

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function decode(bytes: Buffer): string | undefined {
  try {
    return utf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/**
 * The lines of each block that arrives, as bytes, without their ends; `undefined` stands for a line too long to keep. Lines end with
 * LF or CRLF only: the separators U+2028 and U+2029, at which `node:readline` cuts too, may stand inside a JSON text.
 */
async function* blocksOfLines(source: AsyncIterable<Buffer>): AsyncGenerator<(Buffer | undefined)[]> {
  let kept: Buffer[] = [];
  let size = 0;
  for await (const block of source) {
    const lines: (Buffer | undefined)[] = [];
    let start = 0;
    for (let end = block.indexOf(newLine); end >= 0; end = block.indexOf(newLine, start)) {
      lines.push(lineOf(kept, block.subarray(start, end), size));
      [kept, size, start] = [[], 0, end + 1];
    }
    const rest = block.subarray(start);
    size += rest.length;
    // What is too long is measured and let go, so that memory stays bounded.
    kept = size > longestLine ? [] : [...kept, rest];
    yield lines;
  }
  if (size > 0) yield [lineOf(kept, Buffer.alloc(0), size)];
}

function lineOf(kept: readonly Buffer[], last: Buffer, keptSize: number): Buffer | undefined {
  if (keptSize + last.length > longestLine) return undefined;
  const line = kept.length === 0 ? last : Buffer.concat([...kept, last]);
  return line.at(-1) === carriageReturn ? line.subarray(0, -1) : line;
}

function reportFailure(error: unknown, io: CommandIo): number {
  const { code, message } = error as NodeJS.ErrnoException;
  // Whoever reads the output has enough, as `head` does.
  if (code === 'EPIPE') return 0;
  io.stderr.write(`The scoring stopped: ${message}\n`);
  return 1;
}
