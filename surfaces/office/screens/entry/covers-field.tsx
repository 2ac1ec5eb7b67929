import { useId } from 'react';
import { choices } from '#modules/eligibility';
import { useText } from '../../client/words.tsx';
import { ChoiceField } from './choice-field.tsx';
import type { FieldPlace } from './field-words.tsx';
import { nameOfPerson } from './name-of-person.ts';

/** Nobody at once, or the cover of each person. */
export function CoversField(place: FieldPlace) {
  return (
    <div className="entry-wide">
      <ChoiceField
        place={place}
        name="other_cover"
        options={[
          ['no', 'applications.form.choice.other_cover.nobody'],
          ['yes', 'applications.form.choice.other_cover.somebody'],
        ]}
      />
      {place.texts.other_cover === 'yes'
        ? place.answers.members.map((person, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a person of the form has no other name than the place
            <CoverOf key={index} place={place} ref_={index + 1} name={nameOfPerson(person)} />
          ))
        : null}
    </div>
  );
}

function CoverOf({ place, ref_, name }: { readonly place: FieldPlace; readonly ref_: number; readonly name: string }) {
  const text = useText();
  const id = useId();
  const key = `other_cover-${ref_}`;
  return (
    <div className="entry-field entry-line">
      <label htmlFor={id}>
        <bdi className="entry-number">{ref_}</bdi> <bdi>{name}</bdi>
      </label>
      <select
        id={id}
        className="input"
        data-stop={`${place.step} ${key}`}
        value={String(place.texts[key] ?? '')}
        onChange={(change) => place.onType(key, change.target.value)}
      >
        <option value="">{text('applications.form.choice.other_cover.none')}</option>
        {choices.other_cover.map((cover) => (
          <option key={cover} value={cover}>
            {text(`applications.form.choice.other_cover.${cover}`)}
          </option>
        ))}
      </select>
    </div>
  );
}
