import type { Reader } from '../reader.tsx';
import type { ComponentExamples } from './example.ts';
import { StatusTag, statusTones } from './status-tag.tsx';

export const statusTagExamples: ComponentExamples = {
  component: 'status-tag',
  examples: Object.fromEntries(
    statusTones.map((tone) => [
      tone,
      (reader: Reader) => <StatusTag tone={tone}>{reader.text(`design.sample.${tone}`)}</StatusTag>,
    ]),
  ),
};
