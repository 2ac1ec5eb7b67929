import type { Reader } from '../reader.tsx';
import { Checkboxes, Radios } from './choices.tsx';
import type { ComponentExamples } from './example.ts';

const texts = (reader: Reader, name: string) => ({
  reader,
  name,
  label: reader.text('design.sample.question'),
  choices: [
    { value: 'yes', label: reader.text('design.sample.yes'), hint: reader.text('design.sample.yes-hint') },
    { value: 'no', label: reader.text('design.sample.no'), chosen: true },
  ],
});

export const choicesExamples: ComponentExamples = {
  component: 'choices',
  examples: {
    radios: (reader) => <Radios {...texts(reader, 'water')} />,
    'radios-with-error': (reader) => <Radios {...texts(reader, 'water-error')} error={reader.text('design.sample.error')} />,
    checkboxes: (reader) => <Checkboxes {...texts(reader, 'water-many')} />,
  },
};
