/** What was typed, as ASCII: Arabic-Indic (٠–٩) and Persian (۰–۹) digits become 0–9; spaces, dashes and invisible direction marks go; letters rise. */
export function normaliseTyped(text: string): string {
  return text
    .replace(/[\u0660-\u0669\u06f0-\u06f9]/g, (digit) => String(digit.charCodeAt(0) % 16))
    .replace(/[\s\p{Pd}\p{Cf}]/gu, '')
    .toUpperCase();
}
