import { withCheckDigit } from '#platform/numbers';

/**
 * What a receipt bears that is printed before any server gave its request a number: a number of its own, marked so that nobody takes it for one
 * of a file, and a code that says under which identifier the device will send the request.
 */
export function provisionalNumber(application: string): string {
  const random = BigInt(`0x${application.replaceAll('-', '').slice(-15)}`);
  return `P${withCheckDigit(String(random % 100_000_000_000n).padStart(11, '0'))}`;
}

const PREFIX = 'RMP1:';

/** Letters of the QR alphanumeric mode. Not signed: it opens nothing but the file that the device has sent meanwhile. */
export function provisionalCode(application: string): string {
  return PREFIX + application.replaceAll('-', '').toUpperCase();
}

/** The identifier in such a code; undefined for any other. */
export function readProvisionalCode(text: string): string | undefined {
  const [, hex] = /^RMP1:([0-9A-F]{32})$/.exec(text.trim().toUpperCase()) ?? [];
  return hex?.toLowerCase().replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
