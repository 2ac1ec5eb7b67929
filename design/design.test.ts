import { readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import stylelint from 'stylelint';
import { expect, test } from 'vitest';
import { projectRoot } from '#platform/i18n';
import { assets, stylesheet } from './assets.ts';
import { componentExamples } from './components/examples.ts';
import { iconNames } from './components/icon.tsx';

test('the one stylesheet is within 12 KB on the wire and imports nothing more', () => {
  expect(gzipSync(stylesheet()).length).toBeLessThanOrEqual(12 * 1024);
  expect(stylesheet()).not.toMatch(/@import|\/\*/);
});

test('the Tifinagh font is within 18 KB and the only font sent', () => {
  const fonts = assets.filter(({ contentType }) => contentType.startsWith('font/'));
  expect(fonts.map(({ address }) => address)).toEqual(['/assets/noto-sans-tifinagh.woff2']);
  expect(fonts[0]?.body.length).toBeLessThanOrEqual(18 * 1024);
});

test('no rule names a left or a right', async () => {
  const { results } = await stylelint.lint({ files: 'design/**/*.css', cwd: projectRoot });
  expect(results.flatMap(({ source, warnings }) => warnings.map(({ text }) => `${source}: ${text}`))).toEqual([]);
});

test.each([
  'margin-left: 0',
  'padding-right: 1px',
  'left: 0',
  'width: 2rem',
  'text-align: left',
  'border-top: 1px solid',
  'letter-spacing: 1px',
])('the style rules refuse "%s"', async (declaration) => {
  const { errored } = await stylelint.lint({
    code: `a { ${declaration}; }`,
    cwd: projectRoot,
    codeFilename: `${projectRoot}/design/x.css`,
  });
  expect(errored).toBe(true);
});

test('at most twenty icons are inlined', () => {
  expect(iconNames.length).toBeLessThanOrEqual(20);
});

test('every file of examples is in the gallery', () => {
  const files = readdirSync(new URL('components', import.meta.url)).filter((file) => file.endsWith('.examples.tsx'));
  expect(componentExamples).toHaveLength(files.length);
});
