import { projectRoot } from '#platform/config';
import { layOut, type Plan } from './lay-out.ts';
import { planAction, planMigration, planModule } from './plans.ts';

/** `npm run new module|action|migration NAME`: lays out the files as every other module has them, and says what comes next. */
const kinds: Readonly<Record<string, (root: string, name: string) => Plan>> = {
  module: planModule,
  action: planAction,
  migration: planMigration,
};

const USAGE = `npm run new module NAME                 for example  npm run new module complaints
npm run new action MODULE.VERB-NOUN     for example  npm run new action complaints.assign-complaint
npm run new migration MODULE_WHAT       for example  npm run new migration complaints_causes
`;

process.exitCode = main(process.argv.slice(2));

function main([kind = '', name = '']: readonly string[]): number {
  const plan = kinds[kind];
  if (!plan || name === '') {
    process.stderr.write(USAGE);
    return 2;
  }
  try {
    const { files, next } = plan(projectRoot, name);
    process.stdout.write(`${layOut(projectRoot, files).join('\n')}\n\nNext:\n`);
    process.stdout.write(next.map((step, index) => `  ${index + 1}. ${step}\n`).join(''));
    return 0;
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    return 1;
  }
}
