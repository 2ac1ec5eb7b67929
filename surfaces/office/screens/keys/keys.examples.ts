import type { Example } from '../../testing/example.ts';

const keys = { path: '/keys', as: 'counter-agent', answers: () => ({}) } as const;

export const examples: readonly Example[] = [
  { name: 'keys', ...keys },
  { name: 'keys-help', ...keys, press: ['?'] },
];
