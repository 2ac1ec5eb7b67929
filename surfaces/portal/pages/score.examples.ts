import { toDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import type { Place } from '../place.ts';
import type { ScoreView } from './score.tsx';

const formula = {
  name: 'ramed-2008',
  version: '2',
  digest: '9f2c44d0b1e7a6538c1d90aa4be2f7c65d03e81b7729f4ac1e5b8d6032c7fa41',
  isIllustrative: true,
};

const commissions: Readonly<Record<Language, string>> = {
  ar: 'لجنة ملحقة حي السلام',
  zgh: 'ⵜⴰⵙⵎⵓⵏⵜ ⵏ ⵃⴰⵢ ⵙⵙⴰⵍⴰⵎ',
  fr: 'La commission de l’annexe Hay Salam',
  en: 'The commission of Hay Salam',
};

/** A rural family over the limit on property. */
export function refusedScore({ reader }: Place): ScoreView {
  return {
    number: '201504127733',
    outcome: 'refused',
    decision: { on: toDate('2026-03-12'), body: commissions[reader.language], isAgainstScore: false },
    milieu: 'rural',
    rule: 'every',
    conditions: [
      {
        name: { key: 'eligibility.condition.patrimony' },
        value: 74,
        limit: 70,
        operator: 'less_than',
        unit: 'points',
        met: false,
        isNearLimit: true,
        status: 'official',
      },
      {
        name: { key: 'eligibility.condition.living-conditions' },
        value: 5,
        limit: 6,
        operator: 'at_most',
        unit: 'points',
        met: true,
        isNearLimit: false,
        status: 'unverified',
      },
    ],
    poverty: [],
    unfavourable: [
      { name: { key: 'eligibility.factor.tractors' }, weight: 1 },
      { name: { key: 'eligibility.factor.car' }, weight: 0.6 },
      { name: { key: 'eligibility.factor.toilet' }, weight: 0.25 },
    ],
    favourable: [{ name: { key: 'eligibility.factor.disabled-member' }, weight: 0.5 }],
    missing: [],
    appeal: { kind: 'open', lastDay: toDate('2026-04-11'), caution: { key: 'portal.law.delay.illustrative' } },
    place: 'Aït Bou Oulli',
    formula,
  };
}

/** An urban family not decided yet, with an answer missing. */
export const urbanScore: ScoreView = {
  number: '201504127816',
  outcome: 'to-decide',
  milieu: 'urban',
  rule: 'two-of-three',
  conditions: [
    {
      name: { key: 'eligibility.condition.income' },
      value: 4210.5,
      limit: 5650,
      operator: 'less_than',
      unit: 'dirhams',
      met: true,
      isNearLimit: false,
      status: 'unverified',
    },
    {
      name: { key: 'eligibility.condition.living-conditions' },
      value: null,
      limit: 11,
      operator: 'at_most',
      unit: 'points',
      met: null,
      isNearLimit: false,
      status: 'unverified',
    },
    {
      name: { key: 'eligibility.condition.commune-poverty' },
      value: 31.4,
      limit: 30,
      operator: 'at_least',
      unit: 'percent',
      met: true,
      isNearLimit: true,
      status: 'official',
    },
  ],
  poverty: [],
  unfavourable: [{ name: { key: 'eligibility.factor.landline' }, weight: 1 }],
  favourable: [{ name: { key: 'eligibility.factor.crowded' }, weight: 0.8 }],
  missing: [{ key: 'eligibility.factor.toilet' }],
  place: 'Azilal',
  helpline: '0800000000',
  formula,
};
