import type { Role } from '#modules/staff';
import type { Language } from '#platform/i18n';
import type { DeedName, QuestionInput, QuestionName, QuestionOutput } from '../client/contract.ts';
import type { Draft } from '../client/drafts.ts';
import type { Submitted } from '../client/office-client.ts';
import type { Receipt } from '../client/receipts.ts';
import type { OutboxView, SyncState } from '../offline/index.ts';

/** What a question answers in an example: an output, made of the input if it must be; or how it fails or waits. */
type Canned<N extends QuestionName> =
  | QuestionOutput<N>
  | ((input: QuestionInput<N>) => QuestionOutput<N>)
  | 'loading'
  | 'no-network'
  | { readonly kept: QuestionOutput<N> };

/**
 * A state of a screen with invented data: tests look at each in French and in Arabic (axe, keyboard, layout), people at `/office/examples.html`.
 * Data that people read must be in the script of the language, since mixed writings are a fault that the tests look for.
 */
export type Example = {
  readonly name: string;
  /** The address within the office. */
  readonly path: string;
  readonly as: Role;
  readonly answers: (language: Language) => { readonly [N in QuestionName]?: Canned<N> };
  readonly deeds?: { readonly [N in DeedName]?: Submitted<unknown> };
  /** The signed receipt that the server has; without it, it does not answer. */
  readonly receipt?: (language: Language) => Receipt;
  /** What was begun and not sent. */
  readonly drafts?: (language: Language) => readonly Draft[];
  /** What the screen shows once its questions, asked after a pause, are answered. */
  readonly waitFor?: string;
  /** What is pressed with the mouse after the keys, where a key alone does not lead. */
  readonly click?: string;
  /** What waits on the computer; nothing unless it is said. */
  readonly kept?: (language: Language) => CannedKept;
  /** Keys pressed once the screen stands, to reach the state: `['c', 'Tab']`. */
  readonly press?: readonly string[];
};

/** The outbox and the line of an example. */
export type CannedKept = { readonly view?: OutboxView; readonly line?: SyncState };
