import type { Vault } from '../offline/index.ts';
import type { AnswerStore } from './office-client.ts';

/** So many answers are kept: what an agent looked at in a few days. */
const MOST = 400;
/** Law 09-08: no personal data is kept longer than work needs it. */
const LONGEST = 7 * 86_400_000;

type Kept = { readonly output: unknown; readonly askedAt: number };

/**
 * Answers of the server, sealed on the computer, for when there is no network. A question may hold a name or a card: its record is called by a digest
 * that only this vault can make.
 */
export async function keptAnswers(vault: Vault): Promise<AnswerStore> {
  const secret = await secretOf(vault);
  void forgetOld(vault);
  return {
    keep: async (key, answer) => vault.write({ store: 'answers', key: await nameOf(secret, key), value: answer }),
    async find(key) {
      try {
        return await vault.read<Kept>('answers', await nameOf(secret, key));
      } catch {
        // One that no longer opens is as good as none: it is asked again.
        return undefined;
      }
    },
  };
}

async function secretOf(vault: Vault): Promise<string> {
  const known = await vault.read<string>('settings', 'names-of-answers').catch(() => undefined);
  if (known !== undefined) return known;
  const made = [...crypto.getRandomValues(new Uint8Array(16))].join('.');
  await vault.write({ store: 'settings', key: 'names-of-answers', value: made });
  return made;
}

async function nameOf(secret: string, key: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(`${secret} ${key}`));
  return btoa(String.fromCharCode(...new Uint8Array(digest)));
}

async function forgetOld(vault: Vault): Promise<void> {
  const { entries, damaged } = await vault.list<Kept>('answers');
  const newestFirst = [...entries].sort((a, b) => b.value.askedAt - a.value.askedAt);
  const old = newestFirst.filter(({ value }, index) => index >= MOST || Date.now() - value.askedAt > LONGEST);
  const gone = [...old, ...damaged].map(({ key }) => ({ store: 'answers', key, remove: true }) as const);
  if (gone.length > 0) await vault.write(...gone);
}
