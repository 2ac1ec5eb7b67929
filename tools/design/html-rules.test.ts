import { expect, test } from 'vitest';
import { faultsOfHtml } from './html-rules.ts';

const page = (body: string, direction = 'ltr') => `<!doctype html><html lang="ar" dir="${direction}"><body>${body}</body></html>`;

test('a sound page has no fault', () => {
  expect(faultsOfHtml(page('<h1>أ</h1><p>ب <bdi>12</bdi></p><label for="n">ن</label><input id="n"/>', 'rtl'))).toEqual([]);
});

test.each([
  ['<p><div></div></p>', '<div> inside a line of text'],
  ['<a href="#"><button>x</button></a>', '<button> inside a link or button'],
  ['<ul><div></div></ul>', '<div> inside <ul>'],
  ['<p style="color:red">x</p>', 'style= on <p>'],
  ['<script></script>', '<script> that is no deferred file of our own'],
  [
    '<script src="https://elsewhere.example/a-0123456789ab.js" defer=""></script>',
    '<script> that is no deferred file of our own',
  ],
  ['<style></style>', '<style> on a page without inline style'],
  ['<label for="nobody">x</label>', 'points at no id: nobody'],
  ['<p id="a"></p><p id="a"></p>', 'id twice: a'],
  ['<h1>x</h1><h3>y</h3>', 'heading level skipped before h3'],
])('%s is refused', (body, fault) => {
  expect(faultsOfHtml(page(body))).toContain(fault);
});

test.each(['قبل 12 يوما', 'تحميل PDF هنا'])('what is loose in an Arabic sentence is found: %s', (sentence) => {
  expect(faultsOfHtml(page(`<p>${sentence}</p>`, 'rtl'))).toEqual([`not isolated: ${sentence}`]);
});

test('a sentence that is no message is found on a page in Tamazight, not what a person wrote', () => {
  const tamazight = (body: string) => page(body).replace('lang="ar"', 'lang="zgh-MA"');
  expect(faultsOfHtml(tamazight('<p>ⴰⵣⵓⵍ Al Barid Bank <bdi>ma carte est perdue</bdi></p>'))).toEqual([]);
  expect(faultsOfHtml(tamazight('<p>Bonjour à tous les citoyens</p>'))).toEqual(['not a message: Bonjour à tous les citoyens']);
});

test('an element left open is found', () => {
  expect(faultsOfHtml(page('<p>')).join()).toContain('not well formed');
});
