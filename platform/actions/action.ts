import type { Temporal } from 'temporal-polyfill';
import type { z } from 'zod';
import type { JournalLine, Shown } from '#platform/audit';
import type { Json } from '#platform/canonical-json';
import type { Tx } from '#platform/database';
import type { Actor, Permission } from '#platform/permissions';
import type { Refusal } from '#platform/refusals';

/**
 * A deed as a value: routes, OpenAPI, the permission matrix, the offline queue and the command line derive from the list of these.
 * `name` is `<module>.<verb-noun>`; it is also the word the journal uses.
 */
export type Action<
  Input extends z.ZodType = z.ZodType,
  Output extends z.ZodType = z.ZodType,
  Name extends string = string,
  Found = unknown,
> = {
  readonly name: Name;
  readonly summary: string;
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  /** Every code `run` may refuse with: a closed list, one message each. */
  readonly refusals: readonly string[];
  /** Done by the house itself or by a surface on its own behalf: no route, no command. */
  readonly internal?: boolean;
  /** What makes two inputs the same deed, when not every word of them does, or when the whole is too large to digest each time. */
  identity?(input: z.output<Input>): Json;
  /**
   * What must be fetched from outside the house before the deed begins, for instance a partner's answer: no transaction waits for it. Done once
   * the deed is allowed and its input read, and again when the same key comes twice; `run` gets what it found, and is the one to journal it.
   */
  fetch?(asking: Asking, input: z.output<Input>): Promise<Found | Refusal>;
  run(context: DeedContext, input: z.output<Input>, found: Found): Promise<z.input<Output> | Refusal>;
};

/** Who wants something from outside the house, and when. */
export type Asking = { readonly actor: Actor; readonly now: Temporal.Instant };

/** A question as a value: reads only, in a transaction that sees no more than the asker's jurisdiction. */
export type Query<Input extends z.ZodType = z.ZodType, Output extends z.ZodType = z.ZodType, Name extends string = string> = {
  readonly name: Name;
  readonly summary: string;
  readonly permission: Permission;
  readonly input: Input;
  readonly output: Output;
  /** Asked only by the house itself: no route. */
  readonly internal?: boolean;
  /**
   * `nation`: what the asker must already know stands in for a jurisdiction, so rows of every territory may answer, whoever may ask. Only for
   * questions that tell nothing to who does not know it.
   */
  readonly reach?: 'nation';
  /**
   * Whose file an answer shows, where it shows one whole or searches people: the desk notes who looked before it gives the answer, and gives
   * none when it cannot. Nothing is noted of what the house asks by its own hand, nor of a family that reads its own file.
   */
  noted?(output: z.output<Output>, input: z.output<Input>, actor: Actor): readonly Shown[];
  run(context: QuestionContext, input: z.output<Input>): Promise<z.input<Output>>;
};

export type QuestionContext = {
  readonly tx: Tx;
  readonly actor: Actor;
  readonly now: Temporal.Instant;
  readonly today: Temporal.PlainDate;
};

export type DeedContext = QuestionContext & {
  /** The idempotency key of this deed. */
  readonly deed: string;
  /** Adds a line to the journal of this deed. A deed that adds none gets one line of its own. */
  journal(...lines: readonly JournalLine[]): void;
  /** Tells the other modules, once the deed is committed. */
  emit(name: string, payload: Json): void;
};

/** The name stays a literal of the type, so that a client far from here can ask for a deed or a question by its name. */
export function defineAction<Input extends z.ZodType, Output extends z.ZodType, const Name extends string, Found = unknown>(
  action: Action<Input, Output, Name, Found>,
): Action<Input, Output, Name, Found> {
  return action;
}

export function defineQuery<Input extends z.ZodType, Output extends z.ZodType, const Name extends string>(
  query: Query<Input, Output, Name>,
): Query<Input, Output, Name> {
  return query;
}
