import type { MagicEffect } from './magic.ts';
import type { CoverAnswer, CoverPeriod, Subject } from './protocol.ts';

/** The cover a body holds of one subject on the day it answers. Pure; no period at all is an answer, not a silence. */
export function answerCover(subject: Subject, effect: MagicEffect | undefined, today: string): CoverAnswer {
  return { ref: subject.ref, periods: (effect !== undefined && held[effect]?.(Number(today.slice(0, 4)))) || [] };
}

const held: { readonly [effect in MagicEffect]?: (year: number) => readonly CoverPeriod[] } = {
  'cnss-open': () => [{ scheme: 'cnss', from: '2019-01-01', role: 'insured' }],
  'cnss-ended': (year) => [{ scheme: 'cnss', from: '2017-01-01', to: `${year - 1}-12-31`, role: 'insured' }],
  'cnops-open': () => [{ scheme: 'cnops', from: '2016-09-01', role: 'insured' }],
  'cnops-dependant': () => [{ scheme: 'cnops', from: '2018-04-01', role: 'dependant' }],
  'students-open': (year) => [{ scheme: 'students', from: `${year - 1}-10-01`, role: 'insured' }],
  'art114-open': () => [{ scheme: 'art114', from: '2015-01-01', role: 'insured' }],
};
