import { availableParallelism } from 'node:os';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { RamedError } from '#platform/errors';

/** The folder that holds package.json, wherever the process was started from. */
export const projectRoot = fileURLToPath(new URL('../../', import.meta.url)).replace(/[/\\]$/, '');

const Environment = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  RAMED_HOST: z.string().min(1).default('127.0.0.1'),
  RAMED_DATA: z.string().min(1).default(join(projectRoot, '.data')),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  RAMED_LOG: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('info'),
  RAMED_WORKERS: z.coerce.number().int().min(1).max(64).default(Math.max(2, availableParallelism())),
  RAMED_PARTNERS_PORT_BASE: z.coerce.number().int().min(1).max(65_000).default(4100),
  /** Development keeps the named cast, the stand-ins and `process`; production refuses them. */
  RAMED_MODE: z.enum(['development', 'production']).default('development'),
  /** Of whom a code of the telephone is asked beside the password. */
  RAMED_SECOND_FACTOR: z.enum(['everyone', 'deciding', 'enrolled']).optional(),
});

/** Everything the environment may change, with safe defaults. Paths are absolute. */
export type Config = {
  readonly port: number;
  readonly host: string;
  readonly dataFolder: string;
  /** One's own PostgreSQL server; absent: the embedded one is started. */
  readonly databaseUrl: string | undefined;
  readonly logLevel: string;
  readonly workers: number;
  readonly partnersPortBase: number;
  readonly mode: 'development' | 'production';
  /**
   * Of whom a second factor is asked: of everyone (production), of those who decide or read the nation, or of who has enrolled one
   * (development, which production refuses).
   */
  readonly secondFactor: 'everyone' | 'deciding' | 'enrolled';
};

/** Reads the environment; throws an error naming each wrong variable and its rule. */
export function readConfig(environment: NodeJS.ProcessEnv): Config {
  const parsed = Environment.safeParse(dropEmpty(environment));
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`);
    throw new RamedError('environment-wrong', `The environment is wrong.\n  ${faults.join('\n  ')}`);
  }
  const values = parsed.data;
  const inProduction = values.RAMED_MODE === 'production';
  if (inProduction && values.RAMED_SECOND_FACTOR === 'enrolled')
    throw new RamedError(
      'environment-wrong',
      'The environment is wrong.\n  RAMED_SECOND_FACTOR: in production everyone needs one, or at least who decides',
    );
  return {
    port: values.PORT,
    host: values.RAMED_HOST,
    dataFolder: resolve(projectRoot, values.RAMED_DATA),
    databaseUrl: values.DATABASE_URL,
    logLevel: values.RAMED_LOG,
    workers: values.RAMED_WORKERS,
    partnersPortBase: values.RAMED_PARTNERS_PORT_BASE,
    mode: values.RAMED_MODE,
    secondFactor: values.RAMED_SECOND_FACTOR ?? (inProduction ? 'everyone' : 'enrolled'),
  };
}

/** `PORT= npm start` means "not set", as every shell user expects. */
function dropEmpty(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  return Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
}
