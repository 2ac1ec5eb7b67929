import { Button } from '#design/components/button.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import { renderPortalPage } from '../frame.tsx';
import { addressOf, type Place, paths } from '../place.ts';

/** `wrong` never says whether it is the number, the password or both. `locked` is told in whole minutes. */
export type SignInError =
  | 'identifier-missing'
  | 'password-missing'
  | 'wrong'
  | 'code-needed'
  | 'code-wrong'
  | 'set-up-first'
  | 'locked'
  | 'too-many-attempts';

/** Posted to `/{lang}/sign-in` as `identifier`, `password`, `code`. The password never comes back. */
export type SignInView = {
  readonly typed?: { readonly identifier: string };
  readonly errors?: readonly SignInError[];
  readonly lockedMinutes?: number;
  /** Where to go once in; a path of this portal. */
  readonly returnTo?: string;
};

type Field = 'identifier' | 'password' | 'code';

const fieldOf: Readonly<Record<SignInError, Field>> = {
  'identifier-missing': 'identifier',
  'password-missing': 'password',
  wrong: 'identifier',
  locked: 'identifier',
  'too-many-attempts': 'identifier',
  'code-needed': 'code',
  'code-wrong': 'code',
  'set-up-first': 'identifier',
};

export function renderSignIn(place: Place, { typed, errors = [], lockedMinutes = 0, returnTo }: SignInView): string {
  const { reader } = place;
  const wordsOf = (error: SignInError) => reader.say(`portal.sign-in.error.${error}`, { minutes: lockedMinutes });
  const textsOf = (field: Field) => {
    const error = errors.find((candidate) => fieldOf[candidate] === field);
    return { reader, name: field, label: reader.text(`portal.sign-in.${field}`), ...(error ? { error: wordsOf(error) } : {}) };
  };
  return renderPortalPage(
    place,
    { title: reader.text('portal.sign-in.title'), hasErrors: errors.length > 0, back: paths.home },
    <div class="column">
      <ErrorSummary reader={reader} errors={errors.map((error) => ({ field: fieldOf[error], text: wordsOf(error) }))} />
      <h1 class="title">{reader.text('portal.sign-in.title')}</h1>
      <form class="form" method="post" action={addressOf(place, paths.signIn)} novalidate>
        <p class="lead">{reader.say('portal.sign-in.lead')}</p>
        {returnTo && <input type="hidden" name="return-to" value={returnTo} />}
        <TextField {...textsOf('identifier')} value={typed?.identifier ?? ''} autocomplete="username" />
        <TextField {...textsOf('password')} type="password" autocomplete="current-password" />
        <TextField
          {...textsOf('code')}
          hint={reader.say('portal.sign-in.code-hint')}
          inputMode="numeric"
          shape="code"
          autocomplete="one-time-code"
        />
        <Button>{reader.text('portal.sign-in.button')}</Button>
      </form>
    </div>,
  );
}
