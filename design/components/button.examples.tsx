import { Button, LinkButton } from './button.tsx';
import type { ComponentExamples } from './example.ts';

export const buttonExamples: ComponentExamples = {
  component: 'button',
  examples: {
    primary: (reader) => <Button>{reader.text('design.sample.button')}</Button>,
    secondary: (reader) => <Button kind="secondary">{reader.text('design.sample.other-button')}</Button>,
    warning: (reader) => <Button kind="warning">{reader.text('design.sample.danger-button')}</Button>,
    'link-that-starts': (reader) => (
      <LinkButton href="#start" starts>
        {reader.text('design.sample.button')}
      </LinkButton>
    ),
  },
};
