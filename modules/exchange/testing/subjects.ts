import { Temporal } from 'temporal-polyfill';
import type { AskedSubject } from '../model/subject.ts';

/** An invented person; a card number ending in 00 is ordinary at every stand-in. */
export function aSubjectToCheck(over: Partial<AskedSubject> = {}): AskedSubject {
  return {
    ref: 'r-1',
    cnie: 'AB123400',
    names: { fr: { family: 'BENALI', given: 'Mohamed' }, ar: { family: 'بنعلي', given: 'محمد' } },
    birthDate: Temporal.PlainDate.from('1975-06-02'),
    sex: 'M',
    ...over,
  };
}

export function aCrowd(size: number, cnie = 'AB123400'): AskedSubject[] {
  return Array.from({ length: size }, (_, i) => aSubjectToCheck({ ref: `r-${i}`, cnie }));
}
