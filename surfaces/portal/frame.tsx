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
    footerLinks: footerLinks.map(([to, words]) => ({ href: addressOf(place, to), text: reader.text(words) })),
    before: back === undefined ? null : <BackLink href={addressOf(place, back)}>{reader.text('portal.nav.back')}</BackLink>,
    children: content,
  });
}

const footerLinks = [
  [paths.follow, 'portal.nav.follow'],
  [paths.verify, 'portal.nav.verify'],
  [paths.guide, 'portal.guide.title'],
  [paths.offices, 'portal.offices.title'],
  [paths.accessibility, 'portal.guide.footer.accessibility'],
  [paths.privacy, 'portal.guide.footer.privacy'],
  [paths.openData, 'portal.guide.footer.open-data'],
  [paths.signIn, 'portal.nav.sign-in'],
] as const;
