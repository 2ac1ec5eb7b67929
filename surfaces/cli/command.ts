/** What a command needs running before it starts: nothing, a migrated database, or the whole system (database, partners, worker). */
export type CommandNeeds = 'nothing' | 'database' | 'system';

/** A command of `npm run ramed -- <name> …`. `name` may have two words ("eligibility score"). */
export type Command = {
  readonly name: string;
  readonly summary: string;
  /** The options, one line each, as `help` prints them: "--input FILE   declarations, one JSON object a line". */
  readonly usage: readonly string[];
  readonly needs: CommandNeeds;
  /** Returns the exit code. Writes results on stdout and what happened on stderr. Throws {@link UsageError} on wrong arguments. */
  run(args: readonly string[], io: CommandIo): Promise<number>;
};

export type CommandIo = { readonly stdout: NodeJS.WritableStream; readonly stderr: NodeJS.WritableStream };

/** The person typed the command wrongly: printed with the usage, exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}
