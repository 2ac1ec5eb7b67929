import type { Example } from '../../testing/example.ts';

export const examples: readonly Example[] = [{ name: 'devices', path: '/devices', as: 'counter-agent', answers: () => ({}) }];
