import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** A file the pages ask for. Addresses with a digest may be kept by browsers for ever; the font's never changes under its name. */
export type Asset = { readonly address: string; readonly contentType: string; readonly body: Buffer };

const require = createRequire(import.meta.url);

/** Every sheet in the order `styles.css` imports them, as one file: a page on a slow line asks for styles once. */
export function stylesheet(): string {
  return readSheet('styles.css').replace(/@import '\.\/(.+?)';\n/g, (_line, path: string) => squeeze(readSheet(path)));
}

/** `/assets/<name>-<digest>.css`: a new sheet has a new address, so no browser mixes an old one with new pages. */
export const stylesheetAddress: string = `/assets/ramed-${digestOf(stylesheet())}.css`;

/** The mark in a browser's tab: two crossed squares, the star whose joints the notch rule follows. */
export const iconAddress = '/assets/icon.svg';

const icon =
  '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32" fill="#152c66"><path d="M7 7h18v18H7z"/><path d="M16 3.300 28.700 16 16 28.700 3.300 16z"/></svg>';

/** The policy every page is served under. A page that needs more is wrong: nothing inline, nothing from elsewhere. */
export const contentSecurityPolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

export const assets: readonly Asset[] = [
  { address: stylesheetAddress, contentType: 'text/css; charset=utf-8', body: Buffer.from(stylesheet()) },
  { address: iconAddress, contentType: 'image/svg+xml', body: Buffer.from(icon) },
  {
    address: '/assets/noto-sans-tifinagh.woff2',
    contentType: 'font/woff2',
    body: readFileSync(require.resolve('@fontsource/noto-sans-tifinagh/files/noto-sans-tifinagh-tifinagh-400-normal.woff2')),
  },
];

function readSheet(path: string): string {
  return readFileSync(new URL(path, import.meta.url), 'utf8');
}

function squeeze(css: string): string {
  return css
    .replace(/\/\*.*?\*\//gs, '')
    .replace(/\s+/g, ' ')
    .replace(/ ?([{};,]) ?/g, '$1')
    .replace(/: /g, ':');
}

function digestOf(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}
