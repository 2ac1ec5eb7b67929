import type { ComponentExamples } from './example.ts';
import { BackLink } from './navigation.tsx';
import { NotchRule } from './notch-rule.tsx';

export const navigationExamples: ComponentExamples = {
  component: 'navigation',
  examples: {
    'back-link': (reader) => <BackLink href="#main">{reader.text('design.sample.button')}</BackLink>,
    'notch-rule': () => <NotchRule />,
  },
};
