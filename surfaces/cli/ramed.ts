import { describeError } from '#platform/errors';
import { type Command, UsageError } from './command.ts';
import { commandLoaders } from './commands/index.ts';

process.exitCode = await main(process.argv.slice(2));

/** `npm run ramed -- <command> …`. Exit codes: 0 done, 1 refused or found wanting, 2 typed wrongly. */
async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') return help();
  const found = await findCommand(words);
  if (!found) {
    process.stderr.write(`There is no command "${words.slice(0, 2).join(' ')}". \`npm run ramed -- help\` lists them.\n`);
    return 2;
  }
  if (found.args.includes('--help')) {
    process.stdout.write(`${describe(found.command)}\n`);
    return 0;
  }
  try {
    return await found.command.run(found.args, process);
  } catch (error) {
    return tell(error, found.command);
  }
}

/** One clear line; where in the code it happened is told to who asks for it. */
function tell(error: unknown, command: Command): number {
  if (error instanceof UsageError) {
    process.stderr.write(`${error.message}\n\n${describe(command)}\n`);
    return 2;
  }
  process.stderr.write(`${describeError(error).message}\n`);
  if (process.env.RAMED_LOG === 'debug' && error instanceof Error) process.stderr.write(`${error.stack}\n`);
  return 1;
}

/** A command of its own first, then the deeds and questions of the house: loading those takes a moment. */
async function findCommand(words: readonly string[]): Promise<{ command: Command; args: readonly string[] } | undefined> {
  for (const length of [2, 1]) {
    const load = commandLoaders[words.slice(0, length).join(' ')];
    if (load && words.length >= length) return { command: await load(), args: words.slice(length) };
  }
  const derived = (await listDerived()).find((command) => command.name === words.slice(0, 2).join(' '));
  return derived && { command: derived, args: words.slice(2) };
}

async function help(): Promise<number> {
  process.stdout.write('Commands\n');
  for (const load of Object.values(commandLoaders)) process.stdout.write(`${describe(await load())}\n`);
  process.stdout.write(
    '\nDeeds and questions, done as an agent at their post (the same as POST /api/actions/… and /api/queries/…)\n',
  );
  for (const command of await listDerived()) process.stdout.write(`${describe(command)}\n`);
  return 0;
}

async function listDerived(): Promise<readonly Command[]> {
  return (await import('./derived.ts')).listDerivedCommands();
}

function describe(command: Command): string {
  return [`  ramed ${command.name}: ${command.summary}`, ...command.usage.map((line) => `      ${line}`)].join('\n');
}
