import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { componentExamples } from '#design/components/examples.ts';
import { type Language, languageCodes, languages } from '#platform/i18n';
import { faultsOfHtml } from '../../../tools/design/html-rules.ts';
import { parseAddress, placeOf } from '../place.ts';
import { pageExamples } from './examples.ts';
import { renderGallery } from './gallery.tsx';

const kilobyte = 1024;

describe.each(languageCodes)('in %s', (language) => {
  test.each(pageExamples)('the page $name is sound, isolates its figures and is light', ({ name, path, render }) => {
    const html = render(placeOf(language, path));
    expect(faultsOfHtml(html)).toEqual([]);
    expect(html).not.toMatch(/undefined|\[object|\{[a-z]+[,}]/);
    expect(gzipSync(html).length).toBeLessThanOrEqual(10 * kilobyte);
    if (name !== 'language-chooser') expect(opening(html)).toBe(expectedOpening(language));
  });

  test.each(componentExamples)('the examples of $component are sound and light', ({ component }) => {
    const html = renderGallery(language, component);
    expect(faultsOfHtml(html)).toEqual([]);
    expect(gzipSync(html).length).toBeLessThanOrEqual(10 * kilobyte);
  });
});

test('the gallery falls back to its index in Arabic', () => {
  expect(opening(renderGallery('tlh', 'nothing'))).toBe(expectedOpening('ar'));
});

test('a page with errors says so first in its title', () => {
  const example = pageExamples.find(({ name }) => name === 'follow-find-errors');
  expect(example?.render(placeOf('fr', '/follow'))).toContain('<title>Erreur\u00a0: Suivre ma demande - RAMED</title>');
});

test('a name with markup in it stays text', () => {
  const post = pageExamples.find(({ name }) => name === 'failure');
  expect(post).toBeDefined();
  const place = placeOf('fr', '');
  expect(String(place.reader.name('<script>alert(1)</script>'))).toBe('<bdi>&lt;script&gt;alert(1)&lt;/script&gt;</bdi>');
});

test('an address tells its language and the rest', () => {
  expect(parseAddress('/fr/follow/201504127733')).toEqual({ language: 'fr', path: '/follow/201504127733' });
  expect(parseAddress('/ar')).toEqual({ language: 'ar', path: '' });
  expect(parseAddress('/health/live')).toBeUndefined();
});

function opening(html: string): string | undefined {
  return /<html[^>]*>/.exec(html)?.[0];
}

function expectedOpening(language: Language): string {
  return `<html lang="${languages[language].htmlLang}" dir="${languages[language].direction}">`;
}
