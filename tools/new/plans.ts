import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { askedBy, type ModuleName, moduleNames } from '../architecture/who-may-ask-whom.ts';
import type { Plan } from './lay-out.ts';
import {
  actionTemplate,
  actionTestTemplate,
  indexTemplate,
  lifecycleTemplate,
  lifecycleTestTemplate,
  readmeTemplate,
  words,
} from './templates.ts';

/** A module with its front door, README, a table of states with its test, and one message in four languages. */
export function planModule(_root: string, name: string): Plan {
  const module = knownModule(name);
  const at = `modules/${module}`;
  const messages = Object.entries(words).map(([language, text]) => [`${at}/messages/${language}.json`, text] as const);
  return {
    files: {
      [`${at}/README.md`]: readmeTemplate(module, askedBy(module)),
      [`${at}/index.ts`]: indexTemplate(module),
      [`${at}/model/lifecycle.ts`]: lifecycleTemplate(module),
      [`${at}/model/lifecycle.test.ts`]: lifecycleTestTemplate(module),
      ...Object.fromEntries(messages),
    },
    next: [
      `Say in ${at}/README.md what it is for, its words and the legal texts.`,
      'Give each new word its line in GLOSSARY.md.',
      `npm run new migration ${module}   (its schema and its tables)`,
      `npm run new action ${module}.VERB-NOUN`,
      `Add ${camel(module)} to listModules in surfaces/house.ts.`,
      'npm test -- --approve   (the picture of the modules, and what else changed)',
    ],
  };
}

/** A deed with its test, which holds it to what every deed owes. */
export function planAction(root: string, name: string): Plan {
  const [, module = '', deed = ''] = /^([a-z]+)\.([a-z]+(?:-[a-z]+)+)$/.exec(name) ?? [];
  if (deed === '') throw new Error(`"${name}" is not MODULE.VERB-NOUN, such as complaints.assign-complaint`);
  if (!existsSync(join(root, 'modules', knownModule(module))))
    throw new Error(`there is no module ${module}: npm run new module ${module}`);
  const at = `modules/${module}/actions/${deed}`;
  const action = { module, deed, value: camel(deed) };
  return {
    files: { [`${at}.ts`]: actionTemplate(action), [`${at}.test.ts`]: actionTestTemplate(action) },
    next: [
      `Say in ${at}.ts what changes in the world and when it refuses; decide in model/, keep in store/.`,
      `Add ${action.value} to the actions of modules/${module}/index.ts: the route, the command line and the journal's word follow.`,
      `Give the permission ${module}:${deed} to a post in modules/staff/model/roles.ts.`,
      `Give each refusal a message refusal.<code> in modules/${module}/messages, in four languages, and a test.`,
      'npm test -- --approve   (the contract and the table of permissions)',
    ],
  };
}

/** A migration with the next number. The first of a module opens its schema and needs no <what>. */
export function planMigration(root: string, name: string): Plan {
  const [, module = ''] = /^([a-z]+)(?:_[a-z]+)*$/.exec(name) ?? [];
  const names = readdirSync(join(root, 'database', 'migrations')).sort();
  const number = String(Number(names.at(-1)?.slice(0, 4) ?? 0) + 1).padStart(4, '0');
  const opens = !['platform', 'audit'].includes(module) && !names.some((known) => known.slice(5).startsWith(knownModule(module)));
  return {
    files: {
      [`database/migrations/${number}_${name}.sql`]: opens
        ? `call platform.open_schema('${module}');\n`
        : `-- Tables of ${module}: what changes, and why.\n`,
    },
    next: [
      'Write plain SQL. A migration that was applied anywhere is never edited: write another.',
      'A table with a territory opens row-level security; see an earlier migration.',
      'npm test -- --approve   (database/schema.approved.sql)',
    ],
  };
}

function knownModule(name: string): ModuleName {
  const module = moduleNames.find((known) => known === name);
  if (!module)
    throw new Error(`the table does not name "${name}": add it to tools/architecture/who-may-ask-whom.ts, with whom it asks`);
  return module;
}

function camel(kebab: string): string {
  return kebab.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());
}
