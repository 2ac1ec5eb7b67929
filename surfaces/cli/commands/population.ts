import { extname } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { communesOfProvince, findCommune, findProvince } from '#modules/territory';
import { type PopulationFile, writePopulation } from '../../../modules/applications/testing/population/index.ts';
import { type Command, UsageError } from '../command.ts';

export const population: Command = {
  name: 'population',
  summary: 'writes the requests of an invented population, always the same for the same options, and the truth planted in it',
  usage: [
    '--households N            how many households file',
    '--seed S                  a word or number that the whole population follows from',
    '--to FILE                 where to write; the planted truth goes to FILE.truth.ndjson',
    '--province CODE           one province only, such as 05.081',
    '--commune CODE            one commune only, such as 05.081.01.01',
    '--format xml|ndjson|csv   as the name of FILE ends, unless said here',
    '--filed-from, --filed-to  the days between which they file (2026-09-07 to 2026-11-20)',
    '--errors none|usual       plant nothing, or what a real file holds',
  ],
  needs: 'nothing',
  run: async (args, { stderr }) => {
    const file = readOptions(args);
    const started = performance.now();
    const { households, persons, truths } = await writePopulation(file);
    const seconds = (performance.now() - started) / 1000;
    const memory = Math.round(process.resourceUsage().maxRSS / 1024);
    const perSecond = Math.round(households / seconds);
    stderr.write(`${households} households, ${persons} persons in ${file.file}\n`);
    for (const [kind, count] of Object.entries(truths)) stderr.write(`  ${kind}: ${count}\n`);
    stderr.write(`${seconds.toFixed(1)} s, ${perSecond} households a second, at most ${memory} MB of memory\n`);
    return 0;
  },
};

const Options = z
  .object({
    households: z.coerce.number('must be a whole number').int().positive().max(4_000_000),
    seed: z.string('is needed').regex(/^[A-Za-z0-9][A-Za-z0-9._-]{0,15}$/, 'must be up to 16 letters, digits, dots or dashes'),
    to: z.string('is needed').min(1),
    province: z
      .string()
      .transform((code) => findProvince(code)?.code)
      .refine((code) => code !== undefined, 'is not the code of a province')
      .refine((code) => code === undefined || communesOfProvince(code).length > 0, 'has no communes of its own in the census')
      .optional(),
    commune: z
      .string()
      .refine((code) => findCommune(code) !== undefined, 'is not the code of a commune')
      .optional(),
    format: z.enum(['xml', 'ndjson', 'csv']).optional(),
    'filed-from': z.iso.date().default('2026-09-07'),
    'filed-to': z.iso.date().default('2026-11-20'),
    errors: z.enum(['none', 'usual']).default('usual'),
  })
  .refine((options) => options['filed-from'] <= options['filed-to'], 'the first day of filing comes after the last');

function readOptions(args: readonly string[]): PopulationFile {
  const parsed = Options.safeParse(wordsOf(args));
  if (!parsed.success) {
    throw new UsageError(
      parsed.error.issues.map((issue) => `--${issue.path.join('.') || 'options'}: ${issue.message}`).join('\n'),
    );
  }
  const { households, seed, to, province, commune, errors, ...options } = parsed.data;
  return {
    households,
    seed,
    errors,
    ...(province === undefined ? {} : { province }),
    ...(commune === undefined ? {} : { commune }),
    filedFrom: options['filed-from'],
    filedTo: options['filed-to'],
    file: to,
    format: options.format ?? formatOf(to),
  };
}

function wordsOf(args: readonly string[]): Readonly<Record<string, unknown>> {
  const text = { type: 'string' } as const;
  const options = {
    households: text,
    seed: text,
    to: text,
    province: text,
    commune: text,
    format: text,
    'filed-from': text,
    'filed-to': text,
    errors: text,
  };
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function formatOf(file: string): PopulationFile['format'] {
  const ending = extname(file).slice(1);
  if (ending === 'xml' || ending === 'csv' || ending === 'ndjson') return ending;
  throw new UsageError(`--format: ${file} does not end in .xml, .ndjson or .csv, so say which it is`);
}
