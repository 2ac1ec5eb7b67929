import { defineConfig } from 'vitest/config';

/** What drives whole systems and browsers, and what measures the memory of its own process: each file in a process of its own. */
const apart = ['journeys/**/*.test.ts', '**/bounded-memory.test.ts'];

/** The limits find what hangs; a slow machine, or one that others use too, may take several times what a good one takes. */
const common = {
  globalSetup: ['surfaces/testing/global-setup.ts'],
  testTimeout: 60_000,
  hookTimeout: 240_000,
  maxWorkers: 2,
};

/** All other files share their workers, so that the house is read once for all of them and not once for each. */
export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      { test: { ...common, name: 'apart', include: apart, testTimeout: 240_000 } },
      {
        test: {
          ...common,
          name: 'together',
          isolate: false,
          include: ['**/*.test.ts', '**/*.test.tsx'],
          exclude: ['node_modules/**', '.data/**', 'tools/architecture/violations/**', ...apart],
        },
      },
    ],
  },
});
