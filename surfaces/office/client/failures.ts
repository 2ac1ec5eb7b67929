import type { Refusal } from '#platform/refusals';

/** The server answered, and said no: `refusal` is told by `<module>.refusal.<code>`. */
export class RefusedError extends Error {
  override readonly name = 'RefusedError';
  readonly refusal: Refusal;
  /** Whose refusal it is: the module of the deed or question. */
  readonly module: string;
  constructor(module: string, refusal: Refusal) {
    super(refusal.refused);
    this.module = module;
    this.refusal = refusal;
  }
}

/** Nobody answered, or something that is not our server did: nothing is known, nothing is lost. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';
}

/** The session is over: the agent signs in again, and goes on where they were. */
export class SignedOutError extends Error {
  override readonly name = 'SignedOutError';
}
