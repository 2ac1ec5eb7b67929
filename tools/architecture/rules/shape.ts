import { faultsOnLines, isCode, isTest, modulesIn, type Rule, type Tree } from '../tree.ts';
import { moduleNames, rooms } from '../who-may-ask-whom.ts';

const FILE_LINES = 300;
const TEST_LINES = 500;
const README_LINES = 60;

const shortFiles: Rule = {
  name: 'short-files',
  why: 'a file is read in one sitting',
  faults: ({ files }) =>
    files
      .filter(({ path }) => isCode(path) || path.endsWith('.css') || path.endsWith('.sql'))
      .filter(({ path }) => !path.includes('.approved.'))
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1, limit: isTest(path) ? TEST_LINES : FILE_LINES }))
      .filter(({ lines, limit }) => lines > limit)
      .map(({ path, lines, limit }) => ({ path, what: `${lines} lines, at most ${limit}` })),
};

const noDrawers: Rule = {
  name: 'no-drawers',
  why: 'a folder is named after what it is about; a drawer takes everything',
  faults: ({ files }) =>
    foldersOf(files.map(({ path }) => path))
      .filter((folder) => /(^|\/)(utils?|helpers?|commons?|shared|libs?|misc)$/.test(folder))
      .map((path) => ({ path, what: 'a drawer' })),
};

const noDefaultExports: Rule = {
  name: 'no-default-exports',
  why: 'one thing has one name everywhere',
  faults: ({ files }) =>
    files
      .filter(({ path }) => isCode(path) && !/\.config\.(ts|mjs)$/.test(path))
      .flatMap((file) => faultsOnLines(file, /^export default\b/, () => 'a default export')),
};

const knownRooms: Rule = {
  name: 'known-rooms',
  why: `whoever opened one module knows all: index.ts, README.md and ${rooms.join(', ')}`,
  faults: ({ files }) =>
    files
      .map(({ path }) => path)
      .filter((path) => /^modules\/[^/]+\//.test(path))
      .filter((path) => !isInRoom(path.split('/').slice(2)))
      .map((path) => ({ path, what: 'in no room of the list' })),
};

const modulesOfTheTable: Rule = {
  name: 'modules-of-the-table',
  why: 'tools/architecture/who-may-ask-whom.ts is the table of contents',
  faults: (tree) =>
    modulesIn(tree)
      .filter((name) => !(moduleNames as readonly string[]).includes(name))
      .map((name) => ({ path: `modules/${name}`, what: 'a module that the table does not name' })),
};

const readmeOfEachModule: Rule = {
  name: 'readme-of-each-module',
  why: `purpose, words, tables owned, asks, publishes, legal texts, in ${README_LINES} lines`,
  faults: (tree) =>
    modulesIn(tree).flatMap((name) => {
      const path = `modules/${name}/README.md`;
      const lines = linesOf(tree, path);
      if (lines === undefined) return [{ path, what: 'missing' }];
      return lines > README_LINES ? [{ path, what: `${lines} lines, at most ${README_LINES}` }] : [];
    }),
};

const migrationNames: Rule = {
  name: 'migration-names',
  why: 'NNNN_<module>_<what>.sql: the order and the owner are read from the name; what opens a schema needs no <what>',
  faults: ({ files }) => {
    const paths = files.map(({ path }) => path).filter((path) => path.startsWith('database/migrations/'));
    const numbers = paths.map(numberOf);
    return [
      ...paths.filter((path) => !isMigrationName(path)).map((path) => ({ path, what: 'not NNNN_<module>_<what>.sql' })),
      ...paths
        .filter((_, index) => numbers.indexOf(numbers[index] ?? '') !== index)
        .map((path) => ({ path, what: 'its number is taken' })),
    ];
  },
};

export const rulesOfShape: readonly Rule[] = [
  shortFiles,
  noDrawers,
  noDefaultExports,
  knownRooms,
  modulesOfTheTable,
  readmeOfEachModule,
  migrationNames,
];

function foldersOf(paths: readonly string[]): readonly string[] {
  const folders = paths.flatMap((path) => {
    const parts = path.split('/').slice(0, -1);
    return parts.map((_, index) => parts.slice(0, index + 1).join('/'));
  });
  return [...new Set(folders)];
}

function isInRoom([first = '', ...rest]: readonly string[]): boolean {
  return rest.length === 0
    ? ['index.ts', 'index.browser.ts', 'README.md'].includes(first)
    : (rooms as readonly string[]).includes(first);
}

function linesOf({ files }: Tree, path: string): number | undefined {
  const file = files.find((one) => one.path === path);
  return file && file.text.split('\n').length - 1;
}

function numberOf(path: string): string {
  return path.replace('database/migrations/', '').slice(0, 4);
}

function isMigrationName(path: string): boolean {
  const owner = /^database\/migrations\/\d{4}_([a-z]+)(_[a-z]+)*\.sql$/.exec(path)?.[1];
  return owner !== undefined && ['platform', 'audit', ...moduleNames].includes(owner);
}
