import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Icon } from './icon.tsx';

export type ButtonKind = 'primary' | 'secondary' | 'warning';

/** Sends the form it stands in. One primary button a page; of several, `name` and `value` tell which was pressed. */
export function Button(props: { children: Child; kind?: ButtonKind; name?: string; value?: string }): JSX.Element {
  const { children, kind = 'primary', name, value } = props;
  return (
    <button type="submit" class={classOf(kind)} {...(name === undefined ? {} : { name, value })}>
      <span>{children}</span>
    </button>
  );
}

/** Goes to a page; looks like a button when it starts a task. The arrow says "this begins something". */
export function LinkButton(props: { href: string; children: Child; kind?: ButtonKind; starts?: boolean }): JSX.Element {
  return (
    <a class={classOf(props.kind ?? 'primary')} href={props.href}>
      <span>{props.children}</span>
      {props.starts && <Icon name="forward" />}
    </a>
  );
}

function classOf(kind: ButtonKind): string {
  return kind === 'primary' ? 'button' : `button button--${kind}`;
}
