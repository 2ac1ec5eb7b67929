import type { JSX } from 'hono/jsx/jsx-runtime';
import type { Reader } from '../reader.tsx';

/** A component in the states worth seeing. The gallery shows them, the tests render them in every language, axe reads them. */
export type ComponentExamples = {
  readonly component: string;
  readonly examples: Readonly<Record<string, (reader: Reader) => JSX.Element | null>>;
};
