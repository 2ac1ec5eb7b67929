import { existsSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import sparticuz from '@sparticuz/chromium';
import { type Browser, chromium } from 'playwright-core';
import { projectRoot } from '#platform/i18n';

/**
 * A Chromium that came with `npm ci`, needing nothing of the machine. It gets the fonts of `design/fonts`, since its own know neither Arabic nor
 * Tifinagh. Close it when done.
 */
export async function openBrowser(): Promise<Browser> {
  // Pages are drawn by the processor at once, and not by a graphics card that the processor plays: a quarter less work.
  sparticuz.setGraphicsMode = false;
  const executablePath = await sparticuz.executablePath();
  return chromium.launch({
    executablePath,
    // In one process, closing a context would close the whole browser.
    args: sparticuz.args.filter((argument) => argument !== '--single-process'),
    headless: true,
    env: { ...stringsOf(process.env), FONTCONFIG_FILE: fontConfiguration() },
  });
}

/** What a phone or an office screen shows of a page. */
export const screens = {
  phone: { width: 360, height: 640 },
  desk: { width: 1366, height: 768 },
} as const;

function fontConfiguration(): string {
  const file = join(mkdtempSync(join(tmpdir(), 'ramed-fonts-')), 'fonts.conf');
  const folder = join(projectRoot, 'design/fonts');
  writeFileSync(
    file,
    `<?xml version="1.0"?><fontconfig>
${existsSync(folder) ? `<dir>${folder}</dir>` : ''}<dir>/usr/share/fonts</dir><cachedir prefix="xdg">ramed-fonts</cachedir>
${aliases.map(([asked, given]) => `<alias binding="same"><family>${asked}</family><prefer><family>${given}</family></prefer></alias>`).join('\n')}
</fontconfig>`,
  );
  return file;
}

// The stand-ins for the fonts a phone brings of its own.
const aliases = [
  ['system-ui', 'IBM Plex Sans'],
  ['sans-serif', 'IBM Plex Sans'],
  ['Noto Sans Arabic', 'IBM Plex Sans Arabic'],
] as const;

function stringsOf(environment: NodeJS.ProcessEnv): Record<string, string> {
  return Object.fromEntries(Object.entries(environment).filter((entry): entry is [string, string] => entry[1] !== undefined));
}
