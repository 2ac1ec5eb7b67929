import { expect, test } from 'vitest';
import { faultsOfWeight, type PageWeight, weighPage } from './page-weight.ts';

const light: PageWeight = { html: 4_000, styles: 6_000, script: 1_500, images: 400, fonts: 0, requests: 4, strangers: [] };

test('a light page has no fault, nor has one in Tamazight with its font', () => {
  expect(faultsOfWeight(light)).toEqual([]);
  expect(faultsOfWeight({ ...light, fonts: 18_000, requests: 5 })).toEqual([]);
});

test.each([
  ['a long document', { html: 8_193 }, ['the next page: 8193 bytes, at most 8192']],
  ['too many styles', { styles: 12_289 }, ['its styles: 12289 bytes, at most 12288']],
  ['too much script', { script: 6_145 }, ['its script: 6145 bytes, at most 6144']],
  ['a heavy picture', { images: 25_000 }, ['the first page: 36500 bytes, at most 30720']],
  ['a heavy font', { fonts: 18_433, requests: 5 }, ['its font: 18433 bytes, at most 18432']],
  ['a fifth request', { requests: 5 }, ['what it asks for: 5 requests, at most 4']],
  ['another house', { strangers: ['https://elsewhere.example/a.js'] }, ['asks another house: https://elsewhere.example/a.js']],
])('%s is found', (_case, change, faults) => {
  expect(faultsOfWeight({ ...light, ...change })).toEqual(faults);
});

test('all that a browser fetches by itself is weighed, once, and no link that a person follows', () => {
  const html = `<link rel="icon" href="/i.svg"/><link rel="canonical" href="/no"/><link rel="stylesheet" href="/s.css"/>
    <script src="/p.js" defer></script><img src="/a.png" srcset="/a.png 1x, /b.png 2x"/><img src="data:image/png;base64,AA"/>
    <audio preload="none" src="/long.opus"></audio><a href="https://elsewhere.example/">go</a><img src="//elsewhere.example/x.png"/>`;
  const weigh = (address: string) =>
    ({ '/i.svg': 1, '/s.css': 10, '/p.js': 100, '/a.png': 1_000, '/b.png': 10_000 })[address] ?? NaN;
  expect(weighPage(html, { weigh, htmlBytes: 5, fonts: [] })).toEqual({
    html: 5,
    styles: 10,
    script: 100,
    images: 11_001,
    fonts: 0,
    requests: 6,
    strangers: ['//elsewhere.example/x.png'],
  });
});
