import { useId } from 'react';
import type { form } from '#modules/applications';
import { ChoiceField } from './choice-field.tsx';
import { CoversField } from './covers-field.tsx';
import { FaultWords, type FieldPlace, QuestionWords } from './field-words.tsx';
import { PlaceField } from './place-field.tsx';
import { TicksField } from './ticks-field.tsx';

/** One question of the paper form, with its number, in the way that is typed fastest. */
export function EntryField(place: FieldPlace) {
  const { field } = place;
  switch (field.kind) {
    case 'choice':
      return (
        <ChoiceField
          place={place}
          name={field.key}
          options={field.options.map((value) => [value, `applications.form.choice.${field.set}.${value}`])}
        />
      );
    case 'flag':
      return (
        <ChoiceField
          place={place}
          name={field.key}
          options={[
            ['yes', 'applications.form.choice.yes'],
            ['no', 'applications.form.choice.no'],
          ]}
        />
      );
    case 'ticks':
      return <TicksField place={place} options={field.options} />;
    case 'covers':
      return <CoversField {...place} />;
    case 'province':
    case 'commune':
      return <PlaceField place={place} kind={field.kind} />;
    default:
      return <TextEntry {...place} />;
  }
}

function TextEntry(place: FieldPlace) {
  const { step, field, texts, fault, isCopied, onType, onLeave } = place;
  const id = useId();
  return (
    <div className={fault === undefined ? 'entry-field' : 'entry-field entry-faulty'}>
      <label htmlFor={id}>
        <QuestionWords place={place} />
      </label>
      <input
        id={id}
        className="input"
        data-stop={`${step} ${field.key}`}
        data-copied={isCopied}
        value={String(texts[field.key] ?? '')}
        onChange={(change) => onType(field.key, change.target.value)}
        onBlur={onLeave}
        aria-invalid={fault !== undefined}
        aria-describedby={`${id}-fault`}
        {...writing(field)}
      />
      <FaultWords place={place} id={`${id}-fault`} />
    </div>
  );
}

/** How each kind is written: its direction, its keyboard, its length. */
function writing(field: form.Field) {
  switch (field.kind) {
    case 'text':
      return field.script === 'ar' ? { dir: 'rtl', lang: 'ar' } : { dir: 'ltr', lang: 'fr' };
    case 'date':
      return { dir: 'ltr', inputMode: 'numeric', placeholder: '31 12 1985', size: 10 } as const;
    case 'whole':
    case 'decimal':
    case 'dirhams':
      return { dir: 'ltr', inputMode: 'decimal', size: 10 } as const;
    case 'address':
      return { dir: 'auto' } as const;
    default:
      return { dir: 'ltr', autoCapitalize: 'characters' } as const;
  }
}
