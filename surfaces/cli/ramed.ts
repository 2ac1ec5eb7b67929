import { type Command, UsageError } from './command.ts';
import { commandLoaders } from './commands/index.ts';

process.exitCode = await main(process.argv.slice(2));

async function main(words: readonly string[]): Promise<number> {
  if (words.length === 0 || words[0] === 'help' || words[0] === '--help') {
    return help();
  }
  const found = await findCommand(words);
  if (!found) {
    process.stderr.write(`There is no command "${words.slice(0, 2).join(' ')}". \`npm run ramed -- help\` lists them.\n`);
    return 2;
  }
  try {
    return await found.command.run(found.args, process);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`${error.message}\n\n${describe(found.command)}\n`);
    return 2;
  }
}

async function findCommand(words: readonly string[]): Promise<{ command: Command; args: readonly string[] } | undefined> {
  for (const length of [2, 1]) {
    const load = commandLoaders[words.slice(0, length).join(' ')];
    if (load && words.length >= length) return { command: await load(), args: words.slice(length) };
  }
  return undefined;
}

async function help(): Promise<number> {
  for (const load of Object.values(commandLoaders)) process.stdout.write(`${describe(await load())}\n`);
  return 0;
}

function describe(command: Command): string {
  return [`ramed ${command.name}: ${command.summary}`, ...command.usage.map((line) => `    ${line}`)].join('\n');
}
