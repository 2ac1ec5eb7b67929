import { Fragment } from 'hono/jsx';
import { Button } from '#design/components/button.tsx';
import { Checkboxes } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { addressOf, type Place, paths } from '../../place.ts';
import { renderApplyPage } from './frame.tsx';

export type DeclareView = { readonly isMissing?: boolean; readonly hasCoveredPerson: boolean };

/** P13: the declaration on honour of article 2 of the decree; sending it files the request. */
export function renderDeclare(place: Place, { isMissing = false, hasCoveredPerson }: DeclareView): string {
  const { reader } = place;
  const missing = reader.text('portal.apply.declare.missing');
  return renderApplyPage(
    place,
    { title: reader.text('portal.apply.declare.title'), hasErrors: isMissing, back: paths.apply.check },
    <Fragment>
      <ErrorSummary reader={reader} errors={isMissing ? [{ field: 'honour', text: missing }] : []} />
      <h1 class="title">{reader.text('portal.apply.declare.title')}</h1>
      <p>{reader.say('portal.apply.declare.lead')}</p>
      <ul class="plain-list">
        <li>{reader.say('portal.apply.declare.true')}</li>
        <li>{reader.say('portal.apply.declare.cover')}</li>
        <li>{reader.say('portal.apply.declare.checked')}</li>
      </ul>
      {hasCoveredPerson && <p>{reader.say('portal.apply.declare.covered')}</p>}
      <p class="quiet">{reader.say('portal.apply.declare.law')}</p>
      <form class="form" method="post" action={addressOf(place, paths.apply.declare)} novalidate>
        <Checkboxes
          reader={reader}
          name="honour"
          label={reader.text('portal.apply.declare.label')}
          {...(isMissing ? { error: missing } : {})}
          choices={[{ value: 'yes', label: reader.text('portal.apply.declare.agree') }]}
        />
        <Button>{reader.text('portal.apply.declare.send')}</Button>
      </form>
    </Fragment>,
  );
}
