/**
 * A bug or an outage, with a stable code that operators can look up. The text never carries personal data.
 * Expected refusals are values (`#platform/refusals`), not errors.
 */
export class RamedError extends Error {
  override readonly name = 'RamedError';
  readonly code: string;

  constructor(code: string, message: string, options?: { cause?: unknown }) {
    super(message, options);
    this.code = code;
  }
}

/** What went wrong, in one line without values of rows: fit for logs. */
export function describeError(error: unknown): { code: string; message: string } {
  if (error instanceof RamedError) return { code: error.code, message: error.message };
  const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : 'unexpected';
  return { code, message: error instanceof Error ? `${error.name}: ${firstLine(error.message)}` : 'unknown' };
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0]?.slice(0, 300) ?? '';
}
