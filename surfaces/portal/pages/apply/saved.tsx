import { Banner } from '#design/components/banner.tsx';
import { LinkButton } from '#design/components/button.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { ResumeCode, renderApplyPage } from './frame.tsx';

export type SavedView = { readonly code: string; readonly hasBirthDate: boolean; readonly keptDays: number };

/** After "save and leave": the code to come back with, and until when. */
export function renderSaved(place: Place, { code, hasBirthDate, keptDays }: SavedView): string {
  const { reader } = place;
  return renderApplyPage(
    place,
    { title: reader.text('portal.apply.saved.title') },
    <>
      <h1 class="title">{reader.text('portal.apply.saved.title')}</h1>
      <ResumeCode place={place} code={code} />
      <p>{reader.say('portal.apply.saved.how')}</p>
      {!hasBirthDate && (
        <Banner tone="warning">
          <p>{reader.say('portal.apply.tasks.code-not-yet')}</p>
        </Banner>
      )}
      <p>{reader.say('portal.apply.saved.until', { days: keptDays })}</p>
      <LinkButton href={addressOf(place, paths.apply.tasks)} kind="secondary">
        {reader.text('portal.apply.go-on')}
      </LinkButton>
    </>,
  );
}
