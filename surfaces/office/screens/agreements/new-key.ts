/** A key of 32 bytes drawn on this computer, and the digest by which the register will know it: the key itself goes nowhere. */
export async function drawKey(): Promise<{ readonly key: string; readonly digest: string }> {
  const key = btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(32))));
  return { key, digest: await digestOfKey(key) };
}

async function digestOfKey(key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(key));
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
