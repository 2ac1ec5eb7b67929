import type { ComponentExamples } from './example.ts';
import { QrCode } from './qr-code.tsx';

export const qrCodeExamples: ComponentExamples = {
  component: 'qr-code',
  examples: {
    'short-text': (reader) => <QrCode text="RMD1:SAMPLE" label={reader.text('design.sample.news')} />,
  },
};
