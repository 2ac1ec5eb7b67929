import { SignedOutError } from './failures.ts';
import { get, post } from './wire.ts';

type InScripts = { readonly fr: string; readonly ar: string };

/** Who works here, and from which post: what the strip says, and what decides the rail. */
export type Session = {
  readonly agent: { readonly id: string; readonly login: string; readonly names: InScripts; readonly institution: string };
  readonly post: Post;
  readonly posts: readonly Post[];
  readonly permissions: readonly string[];
};

export type Post = {
  readonly id: string;
  readonly role: string;
  readonly territory: string;
  readonly place: InScripts;
};

/** What the server gives whoever has just signed in: besides the session, what opens the store of this agent on this computer. */
export type SignedIn = Session & {
  readonly vaultSecret: string;
  readonly offlineDays: number;
  /** Shown this once, after the telephone was enrolled: what opens when it is lost. */
  readonly recoveryCodes?: readonly string[];
};

export type SignInForm = {
  readonly login: string;
  readonly password: string;
  readonly code?: string;
  readonly post?: string;
};

/** Opens a session. Refused with the codes of `SignInRefusal` of the staff. */
export async function signIn(form: SignInForm): Promise<SignedIn> {
  return (await post('/api/office/sign-in', form)) as SignedIn;
}

/** A password of one's own in place of the one at hand. Refused as signing in is, and with `password-too-weak`. */
export async function changePassword(form: SignInForm & { readonly newPassword: string }): Promise<void> {
  await post('/api/office/password', form);
}

/** What a telephone is shown to give codes from now on: the secret, as text and as a picture (SVG). */
export type SecondFactorToEnrol = { readonly secret: string; readonly qr: string };

export async function beginSecondFactor(form: SignInForm, label: string): Promise<SecondFactorToEnrol> {
  const { login, password } = form;
  return (await post('/api/office/second-factor', { login, password, label })) as SecondFactorToEnrol;
}

/** The session that this browser still has. Throws `SignedOutError` when there is none. */
async function currentSession(): Promise<Session> {
  return (await get('/api/office/session')) as Session;
}

export async function signOut(): Promise<void> {
  await post('/api/office/sign-out', {});
}

export function mayDo({ permissions }: Pick<Session, 'permissions'>, permission: string): boolean {
  return permissions.includes(permission);
}

/** Whether the server knows this very agent, at this post, at this moment; undefined when nobody answers. */
export async function isSignedInAs({ agent, post }: Session): Promise<boolean | undefined> {
  try {
    const now = await currentSession();
    return now.agent.id === agent.id && now.post.id === post.id;
  } catch (error) {
    return error instanceof SignedOutError ? false : undefined;
  }
}
