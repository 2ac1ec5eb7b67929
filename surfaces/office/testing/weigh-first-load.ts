import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Language } from '#platform/i18n';

const fonts: Readonly<Record<Language, RegExp>> = {
  ar: /plex-sans-arabic-arabic-(400|600).*\.woff2$/,
  fr: /plex-sans-latin-(400|600).*\.woff2$/,
  en: /plex-sans-latin-(400|600).*\.woff2$/,
  zgh: /tifinagh.*\.woff2$|plex-sans-latin-(400|600).*\.woff2$/,
};

const KB = 1024;
const limits = { script: 230 * KB, total: 350 * KB, requests: 25 } as const;

export type FirstLoad = { readonly [What in keyof typeof limits]: number };

/** Which limits a first load breaks, in words. */
export function faultsOfFirstLoad(load: FirstLoad): readonly string[] {
  return (Object.keys(limits) as (keyof FirstLoad)[])
    .filter((what) => load[what] > limits[what])
    .map((what) => `${what} ${load[what]}, at most ${limits[what]}`);
}

/** What a browser fetches of the office before the first screen, in bytes as they travel: the page, its scripts and styles, the words, the fonts. */
export function weighFirstLoad(folder: string, language: Language): FirstLoad {
  const names = readdirSync(join(folder, 'assets'));
  const page = readFileSync(join(folder, 'index.html'), 'utf8');
  const named = [...page.matchAll(/\/office\/(assets\/[^"]+)"/g)].map(([, name = '']) => name);
  const words = names.filter((name) => new RegExp(`^${language}-.*\\.js$`).test(name)).map((name) => `assets/${name}`);
  const letters = names.filter((name) => fonts[language].test(name)).map((name) => `assets/${name}`);
  const all = [...new Set(['index.html', ...named, ...words, ...letters])];
  const weigh = (list: readonly string[]) => list.reduce((sum, name) => sum + onTheWire(join(folder, name)), 0);
  return { script: weigh(all.filter((name) => name.endsWith('.js'))), total: weigh(all), requests: all.length };
}

function onTheWire(file: string): number {
  return statSync(existsSync(`${file}.br`) ? `${file}.br` : file).size;
}
