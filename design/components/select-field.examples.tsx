import type { Reader } from '../reader.tsx';
import type { ComponentExamples } from './example.ts';
import { SelectField } from './select-field.tsx';

const texts = (reader: Reader, name: string) => ({
  reader,
  name,
  label: reader.text('design.sample.question'),
  empty: reader.text('design.select.choose'),
});
const answers = (reader: Reader) => [
  { value: 'yes', label: reader.text('design.sample.yes') },
  { value: 'no', label: reader.text('design.sample.no') },
];

export const selectFieldExamples: ComponentExamples = {
  component: 'select-field',
  examples: {
    plain: (reader) => <SelectField {...texts(reader, 'place')} options={answers(reader)} value="no" />,
    'in-groups': (reader) => (
      <SelectField
        {...texts(reader, 'place-groups')}
        groups={[{ label: reader.text('design.sample.question'), options: answers(reader) }]}
      />
    ),
    'with-error': (reader) => (
      <SelectField {...texts(reader, 'place-error')} options={answers(reader)} error={reader.text('design.sample.error')} />
    ),
  },
};
