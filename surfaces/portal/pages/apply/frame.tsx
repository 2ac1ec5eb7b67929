import type { Child } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { type FrameOptions, renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

/** A page of somebody's own request: every one of them ends with the way out that leaves nothing on the device (P25). */
export function renderApplyPage(place: Place, options: FrameOptions, content: Child): string {
  return renderPortalPage(
    place,
    options,
    <div class="sections">
      <div class="column stack">{content}</div>
      <LeaveSafely place={place} />
    </div>,
  );
}

function LeaveSafely({ place }: { place: Place }): JSX.Element {
  const { reader } = place;
  return (
    <form class="column stack" method="post" action={addressOf(place, paths.apply.leave)}>
      <Button kind="secondary">{reader.text('portal.apply.leave')}</Button>
      <p class="quiet">{reader.say('portal.apply.leave-hint')}</p>
    </form>
  );
}

/** The code to come back with, as it is copied: large, in two groups. */
export function ResumeCode({ place: { reader }, code }: { place: Place; code: string }): JSX.Element {
  return (
    <div>
      <p>{reader.text('portal.apply.code')}</p>
      <p class="big-code">
        <bdi class="code" dir="ltr" data-copy={code}>
          {code}
        </bdi>
      </p>
    </div>
  );
}
