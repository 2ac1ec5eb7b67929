import type { ComponentExamples } from './example.ts';
import { BackLink, LanguageSwitch } from './navigation.tsx';
import { NotchRule } from './notch-rule.tsx';

export const navigationExamples: ComponentExamples = {
  component: 'navigation',
  examples: {
    'back-link': (reader) => <BackLink href="#main">{reader.text('design.sample.button')}</BackLink>,
    'language-switch': (reader) => <LanguageSwitch reader={reader} addressIn={(language) => `/gallery?language=${language}`} />,
    'notch-rule': () => <NotchRule />,
  },
};
