import type { ComponentExamples } from './example.ts';
import { Scale } from './scale.tsx';

export const scaleExamples: ComponentExamples = {
  component: 'scale',
  examples: {
    'in-the-middle': (reader) => (
      <Scale
        label={reader.text('design.sample.scale')}
        steps={['low', 'middle', 'high'].map((step) => ({
          name: reader.text(`design.sample.scale.${step}`),
          isHere: step === 'middle',
        }))}
      />
    ),
  },
};
