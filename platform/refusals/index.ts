/**
 * An expected "no": a value, never an exception. `code` is one of a closed union of the module that refuses and names a message
 * `<module>.refusal.<code>` in four languages; `place` is a JSON path, an XPath or a field; `facts` fill the message.
 */
export type Refusal<Code extends string = string> = {
  readonly refused: Code;
  readonly place?: string;
  readonly facts?: Readonly<Record<string, string | number | boolean>>;
};

export function refuse<Code extends string>(code: Code, details: Omit<Refusal<Code>, 'refused'> = {}): Refusal<Code> {
  return { refused: code, ...details };
}

export function isRefusal(value: unknown): value is Refusal {
  return typeof value === 'object' && value !== null && 'refused' in value && typeof value.refused === 'string';
}
