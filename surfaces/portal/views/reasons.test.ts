import { expect, test } from 'vitest';
import { assess, parseAnonymousDeclaration } from '#modules/eligibility';
import { languageCodes, translator } from '#platform/i18n';
import { toReasons } from './reasons.ts';

/** Everything that an official score may miss: what it misses of a household that has said nothing. */
function missingOf(milieu: 'urban' | 'rural', filed_on: string) {
  const head = { ref: 1, relation: 'head', birth_date: '1980-01-01' };
  const said = { schema: 'ramed.declaration/1', filed_on, commune: '05.081.03.07', milieu, members: [head] };
  const parsed = parseAnonymousDeclaration(said);
  if (!parsed.ok) throw new Error('not a declaration');
  return toReasons(assess('ramed-2008', parsed.declaration)).missing;
}

test.each(languageCodes)('an answer that a score misses is called in %s as the form calls it, never by its place', (language) => {
  const say = translator(language);
  for (const missing of [missingOf('urban', '2010-01-04'), missingOf('urban', '2026-11-22'), missingOf('rural', '2026-11-22')]) {
    expect(missing.length).toBeGreaterThan(5);
    for (const { key, facts = {} } of missing) {
      expect(key).not.toBe('portal.score.missing-answer');
      expect(say(key, facts)).toMatch(/^\p{L}/u);
    }
  }
});
