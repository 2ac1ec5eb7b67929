import type { Reader } from '../reader.tsx';
import { DateField } from './date-field.tsx';
import type { ComponentExamples } from './example.ts';

const texts = (reader: Reader, name: string) => ({ reader, name, label: reader.text('design.sample.date') });

export const dateFieldExamples: ComponentExamples = {
  component: 'date-field',
  examples: {
    empty: (reader) => <DateField {...texts(reader, 'birth')} isBirth />,
    'impossible-day': (reader) => (
      <DateField
        {...texts(reader, 'birth-error')}
        error={reader.text('design.sample.error')}
        value={{ day: '31', month: '4', year: '1985' }}
      />
    ),
  },
};
