import { ErrorSummary } from './error-summary.tsx';
import type { ComponentExamples } from './example.ts';

export const errorSummaryExamples: ComponentExamples = {
  component: 'error-summary',
  examples: {
    'one-error': (reader) => (
      <ErrorSummary reader={reader} errors={[{ field: 'main', text: reader.text('design.sample.error') }]} />
    ),
  },
};
