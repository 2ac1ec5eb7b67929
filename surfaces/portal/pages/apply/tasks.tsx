import { Banner } from '#design/components/banner.tsx';
import { LinkButton } from '#design/components/button.tsx';
import { TaskList } from '#design/components/task-list.tsx';
import type { form } from '#modules/applications';
import { addressOf, type Place, paths } from '../../place.ts';
import { ResumeCode, renderApplyPage } from './frame.tsx';

export type TasksView = {
  /** In two groups, to be copied. */
  readonly code: string;
  /** The hour of the last saved page in Morocco, "10:42"; absent when nothing was answered yet. */
  readonly savedAt?: string;
  /** Without the head's birth date nobody can take the draft up again. */
  readonly hasBirthDate: boolean;
  readonly isCarried: boolean;
  readonly groups: readonly { readonly group: form.Group; readonly path: string; readonly isComplete: boolean }[];
  /** How many papers were sent so far; none needs to be. */
  readonly papersSent: number;
  /** Where to go on; absent when everything is answered. */
  readonly nextPath?: string;
};

/** P08: the five parts in free order, what is done and what is not, and how to come back. */
export function renderTasks(place: Place, view: TasksView): string {
  const { reader } = place;
  return renderApplyPage(
    place,
    { title: reader.text('portal.apply.tasks.title') },
    <>
      <h1 class="title">{reader.text('portal.apply.tasks.title')}</h1>
      {view.isCarried && (
        <Banner>
          <p>{reader.say('portal.apply.tasks.carried')}</p>
        </Banner>
      )}
      {view.savedAt && <p>{reader.say('portal.apply.tasks.saved', { time: view.savedAt })}</p>}
      <TaskList
        tasks={[
          ...view.groups.map(({ group, path, isComplete }) => ({
            href: addressOf(place, path),
            name: `${reader.text(`applications.form.letter.${group}`)} · ${reader.text(`applications.form.group.${group}`)}`,
            status: reader.text(isComplete ? 'portal.apply.tasks.done' : 'portal.apply.tasks.to-do'),
          })),
          {
            href: addressOf(place, paths.apply.papers),
            name: reader.text('portal.upload.task'),
            status:
              view.papersSent > 0
                ? reader.text('portal.upload.task.some', { count: view.papersSent })
                : reader.text('portal.upload.task.none'),
          },
        ]}
      />
      <LinkButton href={addressOf(place, view.nextPath ?? paths.apply.check)} starts>
        {reader.text(view.nextPath === undefined ? 'portal.apply.tasks.check' : 'portal.apply.go-on')}
      </LinkButton>
      <section class="stack">
        <h2>{reader.text('portal.apply.tasks.later')}</h2>
        <ResumeCode place={place} code={view.code} />
        <p>{reader.say(view.hasBirthDate ? 'portal.apply.tasks.code-text' : 'portal.apply.tasks.code-not-yet')}</p>
      </section>
    </>,
  );
}
