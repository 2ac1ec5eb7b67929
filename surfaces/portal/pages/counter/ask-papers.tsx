import { Button } from '#design/components/button.tsx';
import { Checkboxes } from '#design/components/choices.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { NeededKind } from '#modules/applications';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place, paths } from '../../place.ts';

export type AskPapersView = {
  readonly number: string;
  /** In the script of the reader. */
  readonly applicant: string;
  /** The papers of this family first, then every other a counter may ask for. */
  readonly papers: readonly NeededKind[];
  readonly typed?: { readonly papers: readonly string[]; readonly note: string };
  readonly error?: 'papers-missing' | 'note-too-long';
};

/** As long as the deed takes. */
export const LONGEST_NOTE = 500;

/** Which papers are missing, and a word to the family: it reads both on the page of its request. */
export function renderAskPapers(place: Place, view: AskPapersView): string {
  const { reader } = place;
  const { number, applicant, papers, typed, error } = view;
  const title = reader.text('portal.counter.ask-title');
  const errorText = error && reader.text(`portal.counter.error.${error}`, { most: LONGEST_NOTE });
  const field = error === 'note-too-long' ? 'note' : 'papers';
  return renderPortalPage(
    place,
    { title, hasErrors: error !== undefined, back: paths.request(number) },
    <div class="column stack">
      {errorText && <ErrorSummary reader={reader} errors={[{ field, text: errorText }]} />}
      <div class="stack">
        <h1 class="title">{title}</h1>
        <p class="lead">
          {reader.name(applicant)} · {reader.code(number)}
        </p>
      </div>
      <form class="form" method="post" action={addressOf(place, paths.askForPapers(number))} novalidate>
        <Checkboxes
          reader={reader}
          name="papers"
          label={reader.text('portal.counter.which')}
          {...(errorText && field === 'papers' ? { error: errorText } : {})}
          choices={papers.map((kind) => ({
            value: kind,
            label: reader.say(`applications.paper.${kind}`),
            chosen: typed?.papers.includes(kind) ?? false,
          }))}
        />
        <TextField
          reader={reader}
          name="note"
          label={reader.text('portal.counter.note')}
          hint={reader.say('portal.counter.note-hint')}
          {...(errorText && field === 'note' ? { error: errorText } : {})}
          value={typed?.note ?? ''}
          lines={3}
        />
        <Button>{reader.text('portal.counter.ask-button')}</Button>
      </form>
    </div>,
  );
}
