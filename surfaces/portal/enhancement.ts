import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { buildSync } from 'esbuild';
import type { Asset } from '#design/assets.ts';
import { type Language, languageCodes, translator } from '#platform/i18n';
import type { Words } from './enhance/words.ts';

// Built when it is first asked for: whoever only reads the pages' types does not wait for the bundler.
let built: Readonly<Record<Language, Asset>> | undefined;

/** The optional script of the portal in one language: a file named by its digest, a few kilobytes that a page may lack without harm. */
export function enhancementIn(language: Language): Asset {
  built ??= build();
  return built[language];
}

export function enhancements(): readonly Asset[] {
  return languageCodes.map(enhancementIn);
}

/** Bundled once; each language puts its own words before it, so that nobody loads those of another. */
function build(): Readonly<Record<Language, Asset>> {
  const { outputFiles } = buildSync({
    entryPoints: [fileURLToPath(new URL('enhance/main.ts', import.meta.url))],
    bundle: true,
    minify: true,
    write: false,
    format: 'iife',
    target: 'es2018',
    charset: 'utf8',
  });
  const script = outputFiles[0]?.text ?? '';
  const entries = languageCodes.map((language) => [language, toAsset(language, script)] as const);
  return Object.fromEntries(entries) as Record<Language, Asset>;
}

function toAsset(language: Language, script: string): Asset {
  const body = `{const ramedWords=${JSON.stringify(wordsIn(language))};${script}}`;
  const digest = createHash('sha256').update(body).digest('hex').slice(0, 12);
  return {
    address: `/assets/portal-${language}-${digest}.js`,
    contentType: 'text/javascript; charset=utf-8',
    body: Buffer.from(body),
  };
}

function wordsIn(language: Language): Words {
  const text = translator(language);
  return {
    listen: text('portal.enhance.listen'),
    stop: text('portal.enhance.stop'),
    copy: text('portal.enhance.copy'),
    copied: text('portal.enhance.copied'),
    share: text('portal.enhance.share'),
    print: text('portal.enhance.print'),
    offline: text('portal.enhance.offline'),
  };
}
