import { type Fault, faultsOnLines, isCode, isTest, moduleOf, type Rule, type SourceFile } from '../tree.ts';
import { moduleNames } from '../who-may-ask-whom.ts';

const SCHEMAS: readonly string[] = [...moduleNames, 'platform', 'audit', 'graphile_worker', 'public'];

const sqlInStores: Rule = {
  name: 'sql-in-stores',
  why: 'what a module keeps is written and read in its store, so that a table can change without a search through the house',
  faults: ({ files }) =>
    files
      .filter(({ path }) => isCode(path) && !isTest(path) && /^(modules|surfaces|design|law|partners)\//.test(path))
      .filter(({ path }) => !/^modules\/[^/]+\/(store|testing)\/|^surfaces\/testing\//.test(path))
      .flatMap((file) => faultsOnImports(file, /\b(sql|tablesOf)\b/)),
};

const ownSchemaOnly: Rule = {
  name: 'own-schema-only',
  why: "a module's tables are its own: another asks its queries or hears its events",
  faults: ({ files }) =>
    files
      .filter(({ path }) => isCode(path) && !isTest(path) && moduleOf(path) !== undefined)
      .flatMap((file) => foreignSchemas(file, moduleOf(file.path) ?? '')),
};

const daysCountedByOneClock: Rule = {
  name: 'days-counted-by-one-clock',
  why: 'the database has its own copy of the rules of time zones, older or newer than ours: days become instants in #platform/dates alone',
  faults: ({ files }) =>
    files
      .filter(({ path }) => isCode(path) && !isTest(path) && !path.startsWith('tools/'))
      .flatMap((file) =>
        faultsOnLines(file, /\bat time zone\b|\bcurrent_date\b|\bnow\(\)::date\b/i, (found) => `${found} in a statement`),
      ),
};

const modelTakesTheWorldAsArguments: Rule = {
  name: 'model-takes-the-world-as-arguments',
  why: 'a decision that reads the clock, chance or the environment cannot be replayed',
  faults: ({ files }) =>
    files
      .filter(({ path }) => /^modules\/[^/]+\/model\//.test(path) && isCode(path) && !isTest(path))
      .flatMap((file) =>
        faultsOnLines(
          file,
          /\bDate\.now\(|\bnew Date\(\)|\bTemporal\.Now\b|\bMath\.random\(|\brandomBytes\(|\brandomUUID\(|\bprocess\.env\b|\bfetch\(/,
          (found) => `${found} inside the model`,
        ),
      ),
};

const everyActionHasATest: Rule = {
  name: 'every-action-has-a-test',
  why: 'happy path, each refusal, not allowed, journaled, twice is once',
  faults: ({ files }) => {
    const tests = files.filter(({ path }) => isTest(path)).map(({ text }) => text);
    return files
      .filter(({ path }) => /^modules\/[^/]+\/actions\//.test(path) && !isTest(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/export const (\w+) = defineAction\(/g)].map(([, name = '']) => ({ path, name })),
      )
      .filter(({ name }) => !tests.some((text) => new RegExp(`\\b${name}\\b`).test(text)))
      .map(({ path, name }) => ({ path, what: `no test names ${name}` }));
  },
};

/** Refusals of the wrapper itself, said by the surface in its own words. */
const OF_THE_WRAPPER = ['not-allowed', 'wrong-input', 'key-reused'];

const refusalsHaveWords: Rule = {
  name: 'refusals-have-words',
  why: 'whoever is refused is told why in their language: refusal.<code> in the messages of the module',
  faults: ({ files }) =>
    files
      .filter(({ path }) => /^modules\/[^/]+\/actions\//.test(path) && !isTest(path))
      .flatMap(({ path, text }) => {
        const messages = files.find((file) => file.path === `modules/${moduleOf(path)}/messages/fr.json`)?.text ?? '{}';
        const said = new Set(Object.keys(JSON.parse(messages) as object));
        return [...text.matchAll(/\brefusals: \[([^\]]*)\]/g)]
          .flatMap(([, listed = '']) => [...listed.matchAll(/'([^']+)'/g)].map(([, code = '']) => code))
          .filter((code) => !OF_THE_WRAPPER.includes(code) && !said.has(`refusal.${code}`))
          .map((code) => ({ path, what: `${code} has no message` }));
      }),
};

const noMachinePaths: Rule = {
  name: 'no-machine-paths',
  why: 'the house stands anywhere',
  faults: ({ files }) =>
    files.flatMap((file) =>
      faultsOnLines(
        file,
        /(?<![\w.:/])\/(home|Users|root|work|tmp)\/\w+|\b[A-Z]:\\\\?Users\b/,
        (found) => `${found}: a path of one machine`,
      ),
    ),
};

export const rulesOfFences: readonly Rule[] = [
  sqlInStores,
  ownSchemaOnly,
  daysCountedByOneClock,
  modelTakesTheWorldAsArguments,
  everyActionHasATest,
  refusalsHaveWords,
  noMachinePaths,
];

function faultsOnImports(file: SourceFile, names: RegExp): readonly Fault[] {
  return [...file.text.matchAll(/import \{([^}]*)\} from '#platform\/database'/g)]
    .map(([, imported = '']) => names.exec(imported)?.[0])
    .filter((name) => name !== undefined)
    .map((name) => ({ path: file.path, what: `${name} outside a store` }));
}

/** Names of the form schema.table after the words that a table follows, and the schema a store's handle is opened on. */
function foreignSchemas({ path, text }: SourceFile, own: string): readonly Fault[] {
  const statements = [...text.matchAll(/\bsql(?:<[^`]*>)?`([^`]*)`/g)].map(([, statement = '']) => statement);
  const named = statements.flatMap((statement) =>
    [...statement.matchAll(/(?:\b(?:from|join|into|update|table|only|truncate)\s+|null::|nextval\(')(\w+)\.\w+/gi)].map(
      ([, schema = '']) => schema,
    ),
  );
  const handles = [...text.matchAll(/\btablesOf<\w+>\('(\w+)'\)/g)].map(([, schema = '']) => schema);
  return [...new Set([...named, ...handles])]
    .filter((schema) => schema !== own && SCHEMAS.includes(schema))
    .map((schema) => ({ path, what: `names the schema ${schema}` }));
}
