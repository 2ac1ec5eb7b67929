import { describe, expect, test } from 'vitest';
import { lawAt } from '#law';
import { toDate } from '#platform/dates';
import { languageCodes } from '#platform/i18n';
import { openCodes } from './codes.ts';
import { measure } from './segments.ts';
import { outcomesTold, type Template, templates, write } from './templates.ts';

const told = { number: '202600000440', site: 'www.ramed.ma', code: '123456', stopCode: 'K7QF3M9XZ' };

describe.each(languageCodes)('in %s', (language) => {
  test.each(templates)('“%s” takes no more segments than are paid for', (template) => {
    const text = write(template, language, told);
    const { alphabet, segments } = measure(text);
    expect(segments, text).toBeLessThanOrEqual(lawAt('2026-11-28').notices.segmentsPerMessage.value);
    // Accents are chosen so that a message in Latin letters stays in the small alphabet, and in one segment.
    if (language === 'fr' || language === 'en') expect([alphabet, segments], text).toEqual(['gsm-7', 1]);
  });

  test.each(
    Object.entries(outcomesTold).flatMap(([template, outcomes]) => outcomes.map((outcome) => [template, outcome] as const)),
  )('“%s” of what was %s takes no more segments either, with the last day to contest', (template, outcome) => {
    const contestUntil = outcome === 'accepted' || outcome === 'refused' ? { contestUntil: toDate('2026-12-28') } : {};
    const text = write(template as Template, language, { ...told, became: { outcome, ...contestUntil } });
    const { alphabet, segments } = measure(text);
    expect(segments, text).toBeLessThanOrEqual(lawAt('2026-11-28').notices.segmentsPerMessage.value);
    if (language === 'fr' || language === 'en') expect([alphabet, segments], text).toEqual(['gsm-7', 1]);
    expect(text.includes('28/12/2026')).toBe('contestUntil' in contestUntil);
    expect(text).not.toBe(write(template as Template, language, told));
  });

  test('a message holds the number, where to see more and how to stop, and a code holds none of them', () => {
    const decided = write('decided', language, told);
    expect(decided).toContain('202600000440');
    expect(decided).toContain(`www.ramed.ma/${language}/follow`);
    expect(decided).toContain(`www.ramed.ma/${language}/stop/K7QF3M9XZ`);
    const code = write('code', language, { number: told.number, site: told.site, code: '123456' });
    expect(code).toContain('123456');
    expect(code).not.toMatch(/202600000440|stop|follow/);
  });
});

test.each([
  ['a', 'gsm-7', 1, 1],
  ['a'.repeat(160), 'gsm-7', 160, 1],
  ['a'.repeat(161), 'gsm-7', 161, 2],
  ['€', 'gsm-7', 2, 1],
  ['ç', 'ucs-2', 1, 1],
  ['ب'.repeat(70), 'ucs-2', 70, 1],
  ['ب'.repeat(71), 'ucs-2', 71, 2],
  ['ⵣ'.repeat(135), 'ucs-2', 135, 3],
  ['😀', 'ucs-2', 2, 1],
])('%s is %s, %d units, %d segments', (text, alphabet, units, segments) => {
  expect(measure(text)).toEqual({ alphabet, units, segments });
});

test('codes follow from the secret and the deed, and from nothing that a copy of the database holds', () => {
  const [ours, theirs] = [openCodes(new Uint8Array(32)), openCodes(new Uint8Array(32).fill(1))];
  expect(ours.proofCode('deed', 6)).toMatch(/^\d{6}$/);
  expect(ours.proofCode('deed', 6)).toBe(ours.proofCode('deed', 6));
  expect(ours.proofCode('deed', 6)).not.toBe(ours.proofCode('other', 6));
  expect(ours.proofCode('deed', 6)).not.toBe(theirs.proofCode('deed', 6));
  expect(ours.stopCode('file')).toMatch(/^[2-9A-HJKMNP-TV-Z]{9}$/);
  expect(ours.digestOfProof('file', '123456')).not.toBe(ours.digestOfProof('another', '123456'));
});
