import { expect, test } from 'vitest';
import { isolateRuns } from './isolate-runs.ts';

test.each([
  ['<p>تحميل الوصل (PDF)</p>', '<p>تحميل الوصل (<bdi>PDF</bdi>)</p>'],
  ['<li>ramed_file: يحفظ</li>', '<li><bdi>ramed_file</bdi>: يحفظ</li>'],
  ['<p>من 9:00 إلى 15:00–16:30</p>', '<p>من <bdi>9:00</bdi> إلى <bdi>15:00–16:30</bdi></p>'],
  ['<li>صورة PNG أو JPEG<br/>أو PDF</li>', '<li>صورة <bdi>PNG</bdi> أو <bdi>JPEG</bdi><br/>أو <bdi>PDF</bdi></li>'],
])('%s has its foreign runs isolated', (html, isolated) => {
  expect(isolateRuns(html)).toBe(isolated);
});

test.each([
  '<p>رقم <bdi>12</bdi> و<span dir="ltr">AB<b>12</b></span></p>',
  '<title>طلب 2015 - RAMED</title><input value="12"/><textarea>AB</textarea>',
  '<p>قال &#39;نعم&#39; &amp; لا</p>',
  '<svg viewBox="0 0 24 24"><text>12</text></svg>',
])('%s stays as it is', (html) => {
  expect(isolateRuns(html)).toBe(html);
});

test('what follows an isolated element is looked at again', () => {
  expect(isolateRuns('<html dir="rtl"><p><bdi>1</bdi> ثم 2</p></html>')).toBe(
    '<html dir="rtl"><p><bdi>1</bdi> ثم <bdi>2</bdi></p></html>',
  );
});
