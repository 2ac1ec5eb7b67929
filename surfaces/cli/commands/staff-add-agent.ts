import { randomBytes } from 'node:crypto';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Appointment, enterAgent, type Role, roles } from '#modules/staff';
import { findCommune, findProvince, findRegion } from '#modules/territory';
import { systemClock } from '#platform/clock';
import { readConfig } from '#platform/config';
import { openDatabase } from '#platform/database';
import { isRefusal } from '#platform/refusals';
import { prepareDatabase } from '../../preparation.ts';
import { type Command, type CommandIo, UsageError } from '../command.ts';

const SHORTEST_PASSWORD = 12;

/** Appoints an agent at a post: a production has no cast, and no agent appoints another by a form. Needs the database owner's address. */
export const staffAddAgent: Command = {
  name: 'staff add-agent',
  summary: 'appoint an agent at a post from today; the password comes from RAMED_NEW_PASSWORD, or is made and printed once',
  usage: [
    '--login WORD               letters, digits, dots and dashes, such as h.oubella',
    '--name-fr, --name-ar NAME  the name in both scripts',
    '--institution WORD         such as interior, health or anam',
    `--role ${Object.keys(roles).join('|')}`,
    '--territory CODE           region, province or commune, such as 05.081; "national" for the whole country',
  ],
  needs: 'database',
  run: async (args, io) => appoint(readAppointment(args), io),
};

async function appoint(wanted: Omit<Appointment, 'password'>, { stdout, stderr }: CommandIo): Promise<number> {
  const given = process.env.RAMED_NEW_PASSWORD;
  if (given !== undefined && given.length < SHORTEST_PASSWORD)
    throw new UsageError(`RAMED_NEW_PASSWORD: at least ${SHORTEST_PASSWORD} characters`);
  const password = given ?? randomBytes(15).toString('base64url');
  const prepared = await prepareDatabase(readConfig(process.env));
  const database = openDatabase(prepared.urls.owner, { connections: 1, name: 'ramed-staff-add-agent' });
  try {
    const appointed = await enterAgent({ database, clock: systemClock }, { ...wanted, password });
    if (isRefusal(appointed)) {
      stderr.write(`There is already an agent with the login "${wanted.login}".\n`);
      return 1;
    }
    stdout.write(`${wanted.login} is ${wanted.role} for ${wanted.territory || 'the nation'}, from today.\n`);
    if (given === undefined) stdout.write(`Password, shown this once: ${password}\n`);
    return 0;
  } finally {
    await database.close();
    await prepared.server?.stop();
  }
}

const name = z.string('is needed').trim().min(1, 'is needed').max(160);

const Options = z.object({
  login: z.string('is needed').regex(/^[a-z0-9][a-z0-9.-]{1,59}$/, 'must be 2 to 60 small letters, digits, dots or dashes'),
  'name-fr': name,
  'name-ar': name,
  institution: z.string('is needed').regex(/^[a-z_]{2,40}$/, 'must be small letters, such as interior'),
  role: z.enum(Object.keys(roles) as [Role, ...Role[]], 'is none of the roles below'),
  territory: z
    .string('is needed')
    .refine((code) => isTerritory(code), 'is no region, province or commune, nor "national"')
    .transform((code) => (code === 'national' ? '' : code)),
});

function readAppointment(args: readonly string[]): Omit<Appointment, 'password'> {
  const read = Options.safeParse(wordsOf(args));
  if (!read.success)
    throw new UsageError(read.error.issues.map((issue) => `--${issue.path.join('.')} ${issue.message}`).join('\n'));
  const { login, 'name-fr': nameFr, 'name-ar': nameAr, institution, role, territory } = read.data;
  return { login, nameFr, nameAr, institution, role, territory };
}

function wordsOf(args: readonly string[]) {
  const options = Object.fromEntries(Object.keys(Options.shape).map((option) => [option, { type: 'string' as const }]));
  try {
    return parseArgs({ args: [...args], options, strict: true }).values;
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

function isTerritory(code: string): boolean {
  return code === 'national' || [findRegion, findProvince, findCommune].some((find) => find(code) !== undefined);
}
