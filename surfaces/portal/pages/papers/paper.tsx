import { Fragment } from 'hono/jsx';
import type { JSX } from 'hono/jsx/jsx-runtime';
import { Button } from '#design/components/button.tsx';
import { ErrorSummary } from '#design/components/error-summary.tsx';
import { TextField } from '#design/components/text-field.tsx';
import type { Message } from '#platform/i18n';
import { renderPortalPage } from '../../frame.tsx';
import { addressOf, type Place } from '../../place.ts';
import { renderApplyPage } from '../apply/frame.tsx';

/** What is wrong with a file that was sent, and which field sent it. */
export type PaperFault = { readonly field: 'photo' | 'file'; readonly name?: string; readonly message: Message };

export type PaperView = {
  readonly isDraft: boolean;
  /** The list of papers. */
  readonly back: string;
  readonly name: Message;
  readonly why?: Message;
  readonly copies: number;
  /** Pages that were sent for this paper; those on a file already are not taken back. */
  readonly kept: readonly { readonly id: string; readonly sheets: number; readonly mayBeTakenBack: boolean }[];
  readonly limits: { readonly megabytes: number; readonly pages: number };
  /** So many files were kept of those just sent, though others were not. */
  readonly taken?: number;
  readonly faults?: readonly PaperFault[];
};

/** P11, one paper: a photograph or a file, sent as it is; a browser with script makes it smaller first. */
export function renderPaper(place: Place, view: PaperView): string {
  const { reader, path } = place;
  const { faults = [], taken = 0 } = view;
  const errors = faults.map((fault) => ({ field: fault.field, text: wordsOf(place, fault) }));
  const errorOf = (field: 'photo' | 'file') => {
    const own = errors.filter((error) => error.field === field);
    return own.length === 0 ? {} : { error: own.map(({ text }) => text) };
  };
  const title = reader.text('portal.upload.title');
  const render = view.isDraft ? renderApplyPage : renderFiledPage;
  return render(
    place,
    { title, hasErrors: errors.length > 0, back: view.back },
    <Fragment>
      <ErrorSummary reader={reader} errors={errors} />
      <h1 class="title">{reader.tell(view.name)}</h1>
      {view.why && <p>{reader.tell(view.why)}</p>}
      {view.copies > 1 && <p>{reader.say('applications.paper.copies', { count: view.copies })}</p>}
      {taken > 0 && <p role="status">{reader.say('portal.upload.taken', { count: taken })}</p>}
      <Kept place={place} view={view} />
      <form class="form" method="post" enctype="multipart/form-data" action={addressOf(place, path)} data-shrink="" novalidate>
        <TextField
          reader={reader}
          name="photo"
          label={reader.text('portal.upload.photo')}
          hint={reader.say('portal.upload.photo-hint')}
          {...errorOf('photo')}
          type="file"
          accept="image/*"
          capture
        />
        <TextField
          reader={reader}
          name="file"
          label={reader.text('portal.upload.file')}
          hint={reader.say('portal.upload.file-hint', view.limits)}
          {...errorOf('file')}
          type="file"
          accept="image/*,application/pdf"
          several
        />
        <div class="buttons">
          <Button>{reader.text('portal.upload.button')}</Button>
          {view.kept.length === 0 && (
            <Button kind="secondary" name="bring" value="yes">
              {reader.text('portal.upload.bring')}
            </Button>
          )}
        </div>
      </form>
    </Fragment>,
  );
}

function renderFiledPage(place: Place, options: Parameters<typeof renderPortalPage>[1], content: JSX.Element): string {
  return renderPortalPage(place, options, <div class="column stack">{content}</div>);
}

function wordsOf({ reader }: Place, { name, message }: PaperFault): JSX.Element {
  return (
    <Fragment>
      {name !== undefined && <Fragment>{reader.name(name)} · </Fragment>}
      {reader.tell(message)}
    </Fragment>
  );
}

function Kept({ place, view }: { place: Place; view: PaperView }): JSX.Element | null {
  const { reader, path } = place;
  if (view.kept.length === 0) return null;
  return (
    <section class="stack">
      <h2>{reader.text('portal.upload.kept')}</h2>
      <ul class="plain-list">
        {view.kept.map(({ id, sheets, mayBeTakenBack }, index) => (
          <li>
            {reader.text('portal.upload.page', { number: index + 1 })} · {reader.say('portal.upload.sheets', { count: sheets })}
            {mayBeTakenBack && (
              <form method="post" action={addressOf(place, `${path}/remove`)}>
                <input type="hidden" name="page" value={id} />
                <Button kind="secondary">
                  {reader.text('portal.upload.remove')}
                  <span class="visually-hidden"> {reader.text('portal.upload.page', { number: index + 1 })}</span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
