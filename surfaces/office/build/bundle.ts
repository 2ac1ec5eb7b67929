import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { build as transpile } from 'esbuild';
import { build } from 'vite';
import { projectRoot } from '#platform/config';
import { browserSiblings, houseData } from './house-data.ts';

const TEXT = /\.(html|js|css|json|webmanifest|svg)$/;

/** Libraries apart from our own code: a new version of the office leaves them as they are in the browsers' stores. */
const chunks = [
  { name: 'react', test: /node_modules[\\/](react|react-dom|scheduler)[\\/]/ },
  { name: 'aria', test: /node_modules[\\/](react-aria|react-stately|react-aria-components|@react-aria|@internationalized)[\\/]/ },
];

/** Makes the office into a folder, as a process of its own: `bundle.ts FOLDER VERSION`, so that no server carries a bundler. */
const [outDir = '', version = ''] = process.argv.slice(2);
await bundle();
await addServiceWorker();
packTexts();

async function bundle(): Promise<void> {
  await build({
    configFile: false,
    root: join(projectRoot, 'surfaces', 'office'),
    base: '/office/',
    logLevel: 'warn',
    plugins: [browserSiblings(), houseData()],
    define: { OFFICE_VERSION: JSON.stringify(version), 'process.env.NODE_ENV': '"production"' },
    oxc: { jsx: { runtime: 'automatic', importSource: 'react' } },
    build: {
      outDir,
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: {
        output: { codeSplitting: { groups: chunks } },
        // Every module of a browser's bundle is a client: the mark that says so to servers of other kinds is nothing to warn of.
        onLog: (level, log, tell) => (log.code === 'MODULE_LEVEL_DIRECTIVE' ? undefined : tell(level, log)),
        input: {
          office: join(projectRoot, 'surfaces', 'office', 'index.html'),
          examples: join(projectRoot, 'surfaces', 'office', 'examples.html'),
        },
      },
    },
  });
}

/** What brings the office up without a network: it names every file of this version, so it is made after them. */
async function addServiceWorker(): Promise<void> {
  const files = readdirSync(outDir, { recursive: true, encoding: 'utf8' })
    .map((name) => name.replaceAll('\\', '/'))
    .filter((name) => /\.(js|css|html|woff2|wasm|webmanifest)$/.test(name) && !/(^|\/)examples/.test(name));
  await transpile({
    entryPoints: [join(projectRoot, 'surfaces', 'office', 'service-worker', 'service-worker.ts')],
    outfile: join(outDir, 'service-worker.js'),
    bundle: true,
    minify: true,
    target: 'es2022',
    define: {
      OFFICE_FILES: JSON.stringify(files.map((name) => `/office/${name}`)),
      OFFICE_VERSION: JSON.stringify(version),
    },
  });
}

/** Each text also as it travels, made once and well rather than at each request. */
function packTexts(): void {
  const names = readdirSync(outDir, { recursive: true, encoding: 'utf8' }).filter((name) => TEXT.test(name));
  for (const name of names) writeFileSync(join(outDir, `${name}.br`), brotliCompressSync(readFileSync(join(outDir, name))));
}
