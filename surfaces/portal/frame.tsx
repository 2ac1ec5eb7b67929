import type { Child } from 'hono/jsx';
import { BackLink } from '#design/components/navigation.tsx';
import { renderPage } from '#design/layouts/page.tsx';
import { enhancementIn } from './enhancement.ts';
import { addressOf, type Place, paths } from './place.ts';

export type FrameOptions = {
  readonly title: string;
  readonly hasErrors?: boolean;
  /** The path one comes back to; absent on pages that start something. */
  readonly back?: string;
};

/** A page of the portal: its own content inside the header, footer and links that all pages share. */
export function renderPortalPage(place: Place, { title, hasErrors = false, back }: FrameOptions, content: Child): string {
  const { reader, path } = place;
  return renderPage({
    reader,
    title,
    hasErrors,
    script: enhancementIn(reader.language).address,
    addressIn: (language) => `/${language}${path}`,
    footerLinks: [
      { href: addressOf(place, paths.follow), text: reader.text('portal.nav.follow') },
      { href: addressOf(place, paths.verify), text: reader.text('portal.nav.verify') },
      { href: addressOf(place, paths.signIn), text: reader.text('portal.nav.sign-in') },
    ],
    before: back === undefined ? null : <BackLink href={addressOf(place, back)}>{reader.text('portal.nav.back')}</BackLink>,
    children: content,
  });
}
