/** What the code on a paper says: which minutes and, on a letter, which decision of them. Digests in capitals make the smallest code. */
export function minutesCode(minutes: string, decision?: string): string {
  return [CODE, minutes.toUpperCase(), ...(decision === undefined ? [] : [decision.toUpperCase()])].join(':');
}

const CODE = 'RMM1';

/** Reads such a code as it was scanned or typed; nothing for any other text. */
export function readMinutesCode(text: string): { readonly digest: string; readonly decision?: string } | undefined {
  const [, digest, decision] = /^RMM1:([0-9A-F]{64})(?::([0-9A-F]{64}))?$/.exec(text.replaceAll(/\s/g, '').toUpperCase()) ?? [];
  if (digest === undefined) return undefined;
  return { digest: digest.toLowerCase(), ...(decision === undefined ? {} : { decision: decision.toLowerCase() }) };
}
