import type { Reader } from '../reader.tsx';
import type { ComponentExamples } from './example.ts';
import { TextField } from './text-field.tsx';

const texts = (reader: Reader, name: string) => ({ reader, name, label: reader.text('design.sample.field') });

export const textFieldExamples: ComponentExamples = {
  component: 'text-field',
  examples: {
    empty: (reader) => <TextField {...texts(reader, 'card')} hint={reader.say('design.sample.hint')} shape="code" />,
    'with-error': (reader) => (
      <TextField {...texts(reader, 'card-error')} error={reader.text('design.sample.error')} shape="code" value="BE412" />
    ),
    'many-lines': (reader) => <TextField {...texts(reader, 'card-lines')} lines={3} shape="code" />,
  },
};
