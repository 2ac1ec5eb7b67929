import { cruise, type ICruiseResult, type IForbiddenRuleType } from 'dependency-cruiser';
import { askedBy, moduleNames } from './who-may-ask-whom.ts';

/** An import that the house forbids. */
export type ForbiddenImport = { readonly rule: string; readonly from: string; readonly to: string };

const TESTS = '\\.test\\.tsx?$';
const TESTING = '/testing/';
const HOUSE = 'modules|platform|law|design|surfaces|partners|benchmarks|journeys|tools';

/** Every import of the tree at `root` that goes against the arrows, in a stable order. */
export async function forbiddenImports(root: string, folders: readonly string[]): Promise<readonly ForbiddenImport[]> {
  const { output } = await cruise(
    [...folders],
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden: [...arrows] },
      doNotFollow: { path: 'node_modules' },
      exclude: { path: 'tools/architecture/violations' },
      // Types bind two modules as firmly as values do.
      tsPreCompilationDeps: true,
    },
    {
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json'],
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'types', 'default'],
    },
  );
  return (output as ICruiseResult).summary.violations
    .map(({ rule, from, to }) => ({ rule: rule.name, from, to }))
    .sort((a, b) => `${a.rule} ${a.from} ${a.to}`.localeCompare(`${b.rule} ${b.from} ${b.to}`, 'en'));
}

/** One rule for each module: it asks whom the table says, and no other. */
const tableOfArrows: readonly IForbiddenRuleType[] = moduleNames.map((name) => ({
  name: `${name}-asks-only-whom-it-may`,
  severity: 'error',
  from: { path: `^modules/${name}/`, pathNot: [TESTS, TESTING] },
  to: { path: '^modules/', pathNot: [name, ...askedBy(name)].map((asked) => `^modules/${asked}/`) },
}));

/** The rules beside the table: who a part of the house may never import. */
export const fences: readonly IForbiddenRuleType[] = [
  {
    name: 'modules-by-the-front-door',
    comment: "Another module's index.ts is its contract; its rooms may change any day.",
    severity: 'error',
    from: { path: '^modules/([^/]+)/', pathNot: [TESTS, TESTING] },
    to: { path: '^modules/', pathNot: ['^modules/$1/', '^modules/[^/]+/index\\.ts$'] },
  },
  {
    name: 'tests-by-the-front-door-or-builders',
    comment:
      "A test may borrow another module's builders and named cases, which speak of families and sittings, but not its rooms.",
    severity: 'error',
    from: { path: ['^modules/([^/]+)/.+\\.test\\.tsx?$', '^modules/([^/]+)/testing/'] },
    to: { path: '^modules/', pathNot: ['^modules/$1/', '^modules/[^/]+/index\\.ts$', '^modules/[a-z]+/testing/'] },
  },
  {
    name: 'the-house-by-the-front-door',
    comment: 'Surfaces compose what the front doors offer; only builders and named cases of testing/ are open to them besides.',
    severity: 'error',
    from: { path: '^(surfaces|design|partners|benchmarks|journeys)/' },
    to: { path: '^modules/', pathNot: ['^modules/[^/]+/index\\.ts$', '^modules/[a-z]+/testing/'] },
  },
  {
    name: 'modules-know-no-surface',
    comment: 'Pages, routes and commands call a module, never the other way round.',
    severity: 'error',
    from: { path: '^modules/', pathNot: [TESTS] },
    to: { path: '^(surfaces|tools|benchmarks|journeys)/' },
  },
  {
    name: 'modules-reach-partners-on-the-wire',
    comment: 'The stand-ins of partners/ are other bodies: only tests and builders may know their magic inputs.',
    severity: 'error',
    from: { path: '^(modules|platform|law|design)/', pathNot: [TESTS, TESTING] },
    to: { path: '^partners/' },
  },
  {
    name: 'platform-knows-no-business',
    severity: 'error',
    from: { path: '^platform/', pathNot: [TESTS] },
    to: { path: '^(modules|law|design|surfaces|partners|benchmarks|journeys|tools)/' },
  },
  {
    name: 'design-knows-no-business',
    severity: 'error',
    from: { path: '^design/', pathNot: [TESTS] },
    to: { path: '^(modules|law|surfaces|partners|benchmarks|journeys|tools)/' },
  },
  {
    name: 'law-stands-alone',
    comment: 'A jurist reviews law/ without the rest of the house.',
    severity: 'error',
    from: { path: '^law/', pathNot: [TESTS] },
    to: { path: '^(modules|design|surfaces|partners|benchmarks|journeys|tools)/' },
  },
  {
    name: 'partners-stand-alone',
    comment: 'A stand-in that shared our code would share our mistakes.',
    severity: 'error',
    from: { path: '^partners/', pathNot: [TESTS] },
    to: { path: `^(${HOUSE})/`, pathNot: ['^partners/'] },
  },
  {
    name: 'model-decides-alone',
    comment: 'A decision is pure: what it needs arrives as arguments, so that it can be replayed and tested without a world.',
    severity: 'error',
    from: { path: '^modules/([^/]+)/model/', pathNot: [TESTS] },
    to: {
      path: [
        '^modules/$1/(store|actions|queries|jobs|gateway|pages|screens|testing)/',
        '^platform/(actions|audit|config|database|documents|events|http|jobs|logging|notifications)/',
        '^(node:)?(fs|net|http|https|http2|dns|tls|os|timers|child_process|worker_threads|cluster|process)(/|$)',
      ],
    },
  },
  {
    name: 'store-behind-deeds-and-questions',
    comment: 'Pages and messages ask a query; only deeds, questions, jobs and gateways know the store.',
    severity: 'error',
    from: { path: '^modules/([^/]+)/(pages|screens|messages)/' },
    to: { path: '^modules/$1/store/' },
  },
  {
    name: 'database-driver-behind-the-platform',
    severity: 'error',
    from: {
      path: `^(${HOUSE})/`,
      pathNot: ['^platform/(database|jobs)/', '^surfaces/testing/', '^tools/', '^benchmarks/', TESTS],
    },
    to: { path: 'node_modules/(kysely|pg|pg-copy-streams|graphile-worker)/' },
  },
  {
    name: 'no-cycles',
    comment: 'Two files that need each other are one file. Types alone may refer to each other.',
    severity: 'error',
    from: {},
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  },
  {
    name: 'no-development-package-at-work',
    comment: 'What runs for people needs only the dependencies.',
    severity: 'error',
    from: { path: '^(modules|platform|law|design|surfaces|partners)/', pathNot: [TESTS, TESTING] },
    to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only', 'npm'] },
  },
  {
    name: 'no-test-at-work',
    severity: 'error',
    from: { path: `^(${HOUSE})/`, pathNot: [TESTS] },
    to: { path: TESTS },
  },
];

const arrows: readonly IForbiddenRuleType[] = [...tableOfArrows, ...fences];

/** Every rule's name: each must have its violation. The rules of the table share one kind. */
export const arrowNames: readonly string[] = ['asks-only-whom-it-may', ...fences.map(({ name = '' }) => name)];
