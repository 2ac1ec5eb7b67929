import { form } from '#modules/applications';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { EntryField } from './entry-field.tsx';
import { IdentityTold } from './identity-told.tsx';
import { nameOfPerson } from './name-of-person.ts';
import type { EntryStep as Step } from './read-entry.ts';
import type { EntryDesk } from './use-entry.ts';

/** The questions of one page of the form, in a box that bears its number. */
export function EntryStep({ step, desk }: { readonly step: Step; readonly desk: EntryDesk }) {
  const { entry, typed } = desk;
  if (step.fields.length === 0) return null;
  const id = `entry-${step.name.replace('/', '-')}`;
  return (
    <section className="entry-step" aria-labelledby={id}>
      <h3 id={id}>
        <bdi className="entry-number">{form.numberOfPage(step.page)}</bdi>
        <span>
          <StepTitle step={step} desk={desk} />
        </span>
        {step.page.key === 'identity' && step.ref !== undefined ? <RemovePerson ref_={step.ref} desk={desk} /> : null}
      </h3>
      <IdentityTold step={step} desk={desk} />
      <div className="entry-fields">
        {step.fields.map((field) => {
          const fault = desk.faultAt(step.name, field.key);
          return (
            <EntryField
              key={field.key}
              step={step.name}
              field={field}
              texts={typed.texts[step.name] ?? {}}
              answers={entry.answers}
              number={form.numberOfField(step.page, field)}
              {...(fault === undefined ? {} : { fault })}
              isCopied={desk.isCopied(step.name, field.key)}
              onType={(key, value) => desk.type(step.name, key, value)}
              onLeave={() => desk.leave(step.name, field.key)}
            />
          );
        })}
      </div>
    </section>
  );
}

function StepTitle({ step: { page, ref }, desk }: { readonly step: Step; readonly desk: EntryDesk }) {
  if (ref === undefined) return <Words k={`office.entry.page.${page.key}`} />;
  const name = nameOfPerson(desk.entry.answers.members[ref - 1] ?? {});
  if (page.key === 'identity' || name === '') return <Words k={`office.entry.page.${page.key}`} facts={{ ref }} />;
  return <Words k="office.entry.page.situation-of" facts={{ name }} />;
}

function RemovePerson({ ref_, desk }: { readonly ref_: number; readonly desk: EntryDesk }) {
  return (
    <Button look="link" onPress={() => desk.removePerson(ref_)}>
      <Words k="office.entry.remove-person" facts={{ ref: ref_ }} />
    </Button>
  );
}
