import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { afterAll, describe, expect, test } from 'vitest';
import { UsageError } from '../command.ts';
import { eligibilityScore } from './eligibility-score.ts';

const folder = mkdtempSync(join(tmpdir(), 'ramed-score-'));
afterAll(() => rmSync(folder, { recursive: true }));

const cases = JSON.parse(readFileSync(new URL('../../../law/cases/rsu-2022.json', import.meta.url), 'utf8')) as {
  declaration: Record<string, unknown>;
  score: number;
  amo_tadamon: boolean;
  direct_aid: boolean;
}[];
const [first] = cases.map(({ declaration }) => JSON.stringify(declaration)) as [string];

describe('ramed eligibility score', () => {
  test('scores the thirty worked cases to 1e-9, in order', async () => {
    const { lines } = await score(cases.map(({ declaration }) => JSON.stringify(declaration)).join('\n'));
    for (const [index, worked] of cases.entries()) {
      const { line, score, thresholds } = lines[index] as Scored;
      expect(line).toBe(index + 1);
      expect(Math.abs(score - worked.score)).toBeLessThan(1e-9);
      expect(thresholds).toEqual({ amo_tadamon: worked.amo_tadamon, direct_aid: worked.direct_aid });
    }
  });

  test('goes on after a line with an error, and says which and where', async () => {
    const wrong = first.replace('"urban"', '"sea"');
    const { lines, said, code } = await score(`${first}\n${wrong}\n{oops\n${first}\n`);
    expect(lines).toMatchObject([
      { line: 1, score: expect.any(Number) },
      { line: 2, error: { path: 'milieu', message: 'must be "urban" or "rural"' } },
      { line: 3, error: { path: '', message: 'is not JSON (at position 1)' } },
      { line: 4, score: expect.any(Number) },
    ]);
    expect(said).toContain('4 declarations: 2 scored, 2 with an error');
    expect(code).toBe(0);
  });

  test('reads files of other systems: a byte order mark, CRLF, blank lines that count, no last line end', async () => {
    const { lines } = await score(`\uFEFF${first}\r\n\r\n   \n${first}`);
    expect(lines.map(({ line }) => line)).toEqual([1, 4]);
  });

  test('does not cut a line at a separator that JSON allows inside a text', async () => {
    const { lines } = await score(first.replace('"Membre 1"', '"Membre\u20281"'));
    expect(lines).toMatchObject([{ line: 1, score: expect.any(Number) }]);
  });

  test('refuses bytes that are not UTF-8 and a line that is endless, and goes on', async () => {
    const endless = Buffer.alloc(5 * 1024 * 1024, 'x');
    const { lines } = await score(Buffer.concat([Buffer.from([0xff, 10]), endless, Buffer.from(`\n${first}`)]));
    expect(lines).toMatchObject([
      { line: 1, error: { path: '', message: 'is not UTF-8' } },
      { line: 2, error: { path: '', message: 'is longer than 4194304 bytes' } },
      { line: 3, score: expect.any(Number) },
    ]);
  });

  test('names what the formula needs and nobody declared', async () => {
    const { dwelling: _, ...rest } = cases[0]?.declaration ?? {};
    const { lines } = await score(JSON.stringify(rest));
    expect(lines).toMatchObject([
      { error: { path: 'dwelling.rooms', message: 'is missing: rsu-2022 needs it for this household' } },
    ]);
  });

  test('of nothing gives nothing', async () => {
    expect((await score('')).lines).toEqual([]);
  });

  test.each([
    [['--formula', 'rsu-2022', '--input', 'x'], 'are all needed'],
    [['--formula', 'rsu-1999', '--input', 'x', '--output', '-'], 'There is no formula "rsu-1999"'],
    [['--formula', 'rsu-2022', '--input', join(folder, 'none'), '--output', '-'], 'cannot be read'],
    [['--formula', 'rsu-2022', '--input', '-', '--output', join(folder, 'none', 'out')], 'cannot be written'],
    [['--colour', 'blue'], 'colour'],
  ])('refuses %j', async (args, message) => {
    const io = { stdout: new PassThrough(), stderr: new PassThrough() };
    const refusal = await eligibilityScore.run(args, io).catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(UsageError);
    expect((refusal as Error).message).toContain(message);
  });

  test('refuses to write over what it reads', async () => {
    const input = join(folder, 'same');
    writeFileSync(input, first);
    const run = eligibilityScore.run(['--formula', 'rsu-2022', '--input', input, '--output', input], process);
    await expect(run).rejects.toThrow('are the same file');
    expect(readFileSync(input, 'utf8')).toBe(first);
  });
});

type Scored = { line: number; score: number; thresholds: Record<string, boolean> };

async function score(content: string | Buffer): Promise<{ lines: Partial<Scored>[]; said: string; code: number }> {
  const [input, output] = [join(folder, 'in'), join(folder, 'out')];
  writeFileSync(input, content);
  const stderr = new PassThrough();
  const code = await eligibilityScore.run(['--formula', 'rsu-2022', '--input', input, '--output', output], {
    stdout: new PassThrough(),
    stderr,
  });
  stderr.end();
  const written = readFileSync(output, 'utf8');
  const lines = written.split('\n').filter(Boolean);
  return { lines: lines.map((line) => JSON.parse(line) as Partial<Scored>), said: await text(stderr), code };
}
