import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { type BuildOptions, build, type Plugin } from 'esbuild';
import { type Asset, assets as designAssets } from '#design/assets.ts';
import { languageCodes } from '#platform/i18n';
import { renderVerifier } from './page.tsx';

const TEXT = 'text/javascript; charset=utf-8';
const HTML = 'text/html; charset=utf-8';
const HOME = '/verifier/';

let made: Promise<readonly Asset[]> | undefined;

/** Every file of the page: its scripts, the page in each language, and the service worker that keeps them. Made when first asked for. */
export function builtVerifier(): Promise<readonly Asset[]> {
  made ??= makeVerifier().catch((error) => {
    made = undefined;
    throw error;
  });
  return made;
}

async function makeVerifier(): Promise<readonly Asset[]> {
  const scripts = await bundle({ entryPoints: [pathOf('browser/main.ts')], splitting: true, entryNames: '[name]-[hash]' });
  const main = scripts.find(({ address }) => address.startsWith(`${HOME}main-`))?.address ?? '';
  const pages = languageCodes.map((language) => ({
    ...{ address: `${HOME}${language}`, contentType: HTML },
    body: Buffer.from(renderVerifier(language, main)),
  }));
  const files = [...scripts, ...pages];
  const kept = [...files, ...designAssets];
  const digest = createHash('sha256');
  for (const { body } of kept) digest.update(body);
  const worker = await bundle({
    entryPoints: [pathOf('browser/service-worker.ts')],
    entryNames: '[name]',
    define: {
      VERIFIER_FILES: JSON.stringify(kept.map(({ address }) => address)),
      VERIFIER_VERSION: JSON.stringify(digest.digest('hex').slice(0, 12)),
    },
  });
  return [...files, ...worker];
}

async function bundle(options: BuildOptions): Promise<readonly Asset[]> {
  const { outputFiles = [] } = await build({
    ...options,
    bundle: true,
    minify: true,
    write: false,
    outdir: 'verifier',
    format: 'esm',
    target: 'es2022',
    charset: 'utf8',
    plugins: [browserSiblings],
  });
  return outputFiles.map(({ path, contents }) => ({
    ...{ address: `${HOME}${basename(path)}`, contentType: TEXT, body: Buffer.from(contents) },
  }));
}

/** As in the office: where `name.ts` has a sibling `name.browser.ts`, the page gets the sibling. */
const browserSiblings: Plugin = {
  name: 'ramed-browser-siblings',
  setup({ onLoad }) {
    onLoad({ filter: /\.ts$/ }, ({ path }) => {
      const sibling = path.replace(/\.ts$/, '.browser.ts');
      if (path.includes('node_modules') || !existsSync(sibling)) return undefined;
      return { contents: `export * from ${JSON.stringify(sibling)};`, loader: 'ts', resolveDir: '/' };
    });
  },
};

function pathOf(name: string): string {
  return fileURLToPath(new URL(name, import.meta.url));
}
