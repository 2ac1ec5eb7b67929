import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Icon, type IconName } from './icon.tsx';

export type BannerTone = 'information' | 'success' | 'warning' | 'error';

const icons: Readonly<Record<BannerTone, IconName>> = {
  information: 'information',
  success: 'tick',
  warning: 'warning',
  error: 'cross',
};

/** Something the reader should know before going on. `children` are block elements. */
export function Banner(props: { tone?: BannerTone; title?: Child; children?: Child }): JSX.Element {
  const tone = props.tone ?? 'information';
  return (
    <div class={`banner banner--${tone}`}>
      <Icon name={icons[tone]} />
      <div class="stack">
        {props.title && <p class="banner__title">{props.title}</p>}
        {props.children}
      </div>
    </div>
  );
}
