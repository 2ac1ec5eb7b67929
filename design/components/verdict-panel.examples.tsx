import type { Reader } from '../reader.tsx';
import type { ComponentExamples } from './example.ts';
import { VerdictPanel, verdicts } from './verdict-panel.tsx';

export const verdictPanelExamples: ComponentExamples = {
  component: 'verdict-panel',
  examples: Object.fromEntries(
    verdicts.map((verdict) => [
      verdict,
      (reader: Reader) => (
        <VerdictPanel reader={reader} verdict={verdict}>
          <p>{reader.say('design.sample.news-text')}</p>
        </VerdictPanel>
      ),
    ]),
  ),
};
