import { ConditionRows } from './condition-rows.tsx';
import type { ComponentExamples } from './example.ts';
import { FactorBars } from './factor-bars.tsx';

export const scoreExamples: ComponentExamples = {
  component: 'score',
  examples: {
    'condition-rows': (reader) => {
      const points = (count: number) => reader.say('design.sample.points', { points: count });
      return (
        <ConditionRows
          reader={reader}
          conditions={[
            {
              name: reader.text('design.sample.patrimony'),
              value: points(74),
              limit: points(70),
              met: 'not-met',
              isNearLimit: true,
            },
            { name: reader.text('design.sample.living'), value: points(5), limit: points(6), met: 'met' },
            { name: reader.text('design.sample.living'), value: '–', limit: points(6), met: 'unknown' },
          ]}
        />
      );
    },
    'factors-against': (reader) => (
      <FactorBars
        direction="against"
        factors={[
          { name: reader.text('design.sample.land'), weight: 1 },
          { name: reader.text('design.sample.vehicle'), weight: 0.4 },
        ]}
      />
    ),
    'factors-for': (reader) => <FactorBars direction="for" factors={[{ name: reader.text('design.sample.no'), weight: 0.6 }]} />,
  },
};
