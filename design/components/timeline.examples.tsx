import { toDate } from '#platform/dates';
import type { Reader } from '../reader.tsx';
import type { ComponentExamples } from './example.ts';
import { type Lateness, Timeline } from './timeline.tsx';

export const timelineExamples: ComponentExamples = {
  component: 'timeline',
  examples: {
    'on-time': (reader) => journey(reader, { days: 12, late: 'no' }),
    'nearly-late': (reader) => journey(reader, { days: 27, late: 'warning' }),
    late: (reader) => journey(reader, { days: 47, late: 'late' }),
    stopped: (reader) => (
      <Timeline
        reader={reader}
        steps={[{ name: reader.text('design.sample.step.third'), state: 'stopped', on: toDate('2026-03-12') }]}
      />
    ),
  },
};

function journey(reader: Reader, wait: { days: number; late: Lateness }) {
  const name = (step: string) => reader.text(`design.sample.step.${step}`);
  return (
    <Timeline
      reader={reader}
      steps={[
        { name: name('first'), state: 'done', on: toDate('2026-01-03'), holder: reader.text('design.sample.counter') },
        { name: name('second'), state: 'done', on: toDate('2026-01-09'), days: 6, normDays: 10 },
        {
          name: name('third'),
          state: 'current',
          on: toDate('2026-01-10'),
          normDays: 30,
          holder: reader.text('design.sample.commission'),
          ...wait,
        },
        { name: name('fourth'), state: 'todo' },
      ]}
    />
  );
}
