import { form } from '#modules/applications';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Tag } from '../../components/tag.tsx';
import { exampleTyped } from '../entry/field-words.tsx';
import { nameOfPerson } from '../entry/name-of-person.ts';
import type { EntryStep } from '../entry/read-entry.ts';
import type { EntryDesk } from '../entry/use-entry.ts';
import { saidOf } from './differences.ts';
import type { Review } from './use-review.ts';

type GroupProps = {
  readonly group: form.Group;
  readonly desk: EntryDesk;
  readonly review: Review;
  readonly onCorrect: () => void;
};

/** One part of the dossier with the numbers of the paper; ticked when the agent has compared it, which leads on to the next. */
export function AnswersOfGroup({ group, desk, review, onCorrect }: GroupProps) {
  const isSeen = review.seen.includes(group);
  const steps = desk.entry.steps.filter(({ page, fields }) => page.group === group && fields.length > 0);
  return (
    <section className="review-group" data-group={group} data-seen={isSeen} aria-labelledby={`review-${group}`}>
      <header>
        <h2 id={`review-${group}`}>
          <Words k={`office.entry.group.${group}`} />
        </h2>
        <SeenBox group={group} isSeen={isSeen} onToggle={() => review.toggle(group)} />
        <Button look="link" keys="C" onPress={onCorrect}>
          <Words k="office.review.correct-group" />
        </Button>
      </header>
      <div className="review-steps">
        {steps.map((step) => (
          <AnswersOfStep key={step.name} step={step} desk={desk} />
        ))}
      </div>
    </section>
  );
}

function SeenBox({ group, isSeen, onToggle }: { group: form.Group; isSeen: boolean; onToggle: () => void }) {
  const text = useText();
  return (
    <label className="review-seen">
      <input
        type="checkbox"
        data-stop={`seen ${group}`}
        checked={isSeen}
        aria-label={text('office.review.seen-part', { part: text(`office.entry.group.${group}`) })}
        onChange={({ target }) => {
          onToggle();
          if (target.checked) nextBox(target)?.focus();
        }}
      />
      <Tag look={isSeen ? 'open' : 'todo'}>
        <Words k={isSeen ? 'office.review.seen' : 'office.review.to-see'} />
      </Tag>
    </label>
  );
}

/** Space after Space goes through the whole dossier, then to the papers. */
function nextBox(box: HTMLElement): HTMLElement | undefined {
  const boxes = [...document.querySelectorAll<HTMLElement>('.review input[type="checkbox"]')];
  return boxes[boxes.indexOf(box) + 1];
}

function AnswersOfStep({ step, desk }: { readonly step: EntryStep; readonly desk: EntryDesk }) {
  const { page, ref, fields } = step;
  const { answers } = desk.entry;
  return (
    <div className="review-step">
      <h3>
        <bdi className="entry-number">{form.numberOfPage(page)}</bdi>{' '}
        <Words
          k={ref === undefined || page.key === 'identity' ? `office.entry.page.${page.key}` : 'office.entry.page.situation-of'}
          facts={ref === undefined ? {} : { ref, name: nameOfPerson(answers.members[ref - 1] ?? {}) || String(ref) }}
        />
      </h3>
      <dl>
        {fields.map((field) => (
          <OneAnswer key={field.key} step={step} field={field} desk={desk} />
        ))}
      </dl>
    </div>
  );
}

/** What is said now, and, where the agent changed it, what the dossier said. */
function OneAnswer({ step, field, desk }: { readonly step: EntryStep; readonly field: form.Field; readonly desk: EntryDesk }) {
  const { language, text } = useSpeech();
  const { answers } = desk.entry;
  const about = form.aboutOf(step.page, step.ref);
  const said = saidOf(language, field, form.subjectOf(answers, about), answers);
  const before = saidInDossier(language, field, { desk, about });
  const fault = desk.faultAt(step.name, field.key);
  if (said === '' && before === '' && field.kind === 'text') return null;
  return (
    <div data-changed={before !== undefined && before !== said}>
      <dt>
        <bdi>{form.numberOfField(step.page, field)}</bdi> <Words k={`applications.form.field.${field.key}`} />
      </dt>
      <dd>
        {said === '' ? <Words k="office.review.not-said" /> : <bdi dir={directionOf(said)}>{said}</bdi>}
        {before === undefined || before === said ? null : (
          <span className="review-before">
            <Words k="office.review.before" facts={{ said: before || '–' }} />
          </span>
        )}
        {fault === undefined ? null : (
          <span className="fault">
            <Words
              k={`applications.form.fault.${fault}`}
              facts={{ label: text(`applications.form.field.${field.key}`), ...exampleTyped }}
            />
          </span>
        )}
      </dd>
    </div>
  );
}

/** Undefined for what a declaration does not hold, such as the telephone. */
function saidInDossier(
  language: Parameters<typeof saidOf>[0],
  field: form.Field,
  { desk, about }: { readonly desk: EntryDesk; readonly about: number | undefined },
): string | undefined {
  const { origin } = desk.draft;
  if (origin === undefined || field.key.startsWith('contact.')) return undefined;
  const answers = form.answersOf(origin.declaration);
  return saidOf(language, field, form.subjectOf(answers, about), answers);
}

/** Figures and their signs have no direction of their own: a telephone keeps its plus in front in Arabic, too. */
function directionOf(said: string): 'auto' | 'ltr' {
  return /\p{L}/u.test(said) ? 'auto' : 'ltr';
}
