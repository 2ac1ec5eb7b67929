/** Long rather than strange: what nobody guesses and everybody can remember. */
const SHORTEST_PASSWORD = 12;
/** A longer one would only make the server work. */
const LONGEST_PASSWORD = 200;

/** What is wrong with a new password, or nothing. */
export function faultOfPassword(password: string, { login, old }: { readonly login: string; readonly old?: string }) {
  if ([...password].length < SHORTEST_PASSWORD) return 'short';
  if (password.length > LONGEST_PASSWORD) return 'long';
  if (password === old) return 'same';
  if (password.toLowerCase().includes(login.toLowerCase())) return 'login';
  return new Set(password).size < 5 ? 'plain' : undefined;
}
