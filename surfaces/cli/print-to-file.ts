import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { readConfig } from '#platform/config';
import { type House, openHouse } from '../house.ts';
import { prepareDatabase } from '../preparation.ts';
import { type CommandIo, UsageError } from './command.ts';

/** Makes the paper of one number, or nothing when the house knows no such number. */
export type Printer = (house: House, number: string) => Promise<Uint8Array | undefined>;

/** Prints one paper into a file: the number as it is on the paper, and `--to FILE.pdf`. Exit code 1 when there is nothing to print. */
export async function printToFile(
  what: string,
  args: readonly string[],
  { print, io }: { print: Printer; io: CommandIo },
): Promise<number> {
  const { number, file } = readWords(what, args);
  const config = readConfig(process.env);
  const prepared = await prepareDatabase(config);
  const house = openHouse(config, prepared.urls, { name: 'print', connections: 4 });
  try {
    const pdf = await print(house, number);
    if (pdf) writeFileSync(file, pdf, { mode: 0o600 });
    io.stderr.write(pdf ? `${file}: ${pdf.length} bytes\n` : `there is no ${what} ${number}\n`);
    return pdf ? 0 : 1;
  } finally {
    await house.close();
    await prepared.server?.stop();
  }
}

function readWords(what: string, args: readonly string[]): { number: string; file: string } {
  const { values, positionals } = parseWords(args);
  const [number, ...rest] = positionals;
  if (number === undefined || rest.length > 0) throw new UsageError(`Give the number of one ${what}`);
  if (!values.to) throw new UsageError('Give the file to write: --to FILE.pdf');
  return { number, file: values.to };
}

function parseWords(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], allowPositionals: true, options: { to: { type: 'string' } } });
  } catch (error) {
    throw new UsageError((error as Error).message);
  }
}
