import { useId, useMemo } from 'react';
import { ComboBox } from 'react-aria-components/ComboBox';
import { Input } from 'react-aria-components/Input';
import { Label } from 'react-aria-components/Label';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { Popover } from 'react-aria-components/Popover';
import { communesOfProvince, loadTerritory, type PlaceName } from '#modules/territory';
import { useInScript } from '../../client/words.tsx';
import { FaultWords, type FieldPlace, QuestionWords } from './field-words.tsx';
import { moveOn } from './stops.ts';

type PlaceProps = { readonly place: FieldPlace; readonly kind: 'province' | 'commune' };

/** A province, or a commune of the province: some letters of its name in either script find it. */
export function PlaceField({ place, kind }: PlaceProps) {
  const { step, field, texts, answers, fault, onType, onLeave } = place;
  const inScript = useInScript();
  const id = useId();
  const places: readonly { readonly code: string; readonly name: PlaceName }[] = useMemo(
    () => (kind === 'province' ? loadTerritory().provinces : communesOfProvince(String(answers.province) as never)),
    [kind, answers.province],
  );
  const chosen = texts[field.key];
  return (
    <ComboBox
      className={fault === undefined ? 'entry-field' : 'entry-field entry-faulty'}
      data-stop={`${step} ${field.key}`}
      selectedKey={typeof chosen === 'string' && chosen !== '' ? chosen : null}
      onSelectionChange={(code) => {
        if (code === null || code === chosen) return;
        onType(field.key, String(code));
        const stop = document.getElementById(id);
        if (stop !== null) moveOn(stop, 1);
      }}
      onBlur={onLeave}
      menuTrigger="input"
      isInvalid={fault !== undefined}
    >
      <Label>
        <QuestionWords place={place} />
      </Label>
      <Input className="input" id={id} dir="auto" aria-describedby={`${id}-fault`} />
      <Popover className="places">
        <ListBox items={places}>
          {({ code, name }) => (
            <ListBoxItem id={code} textValue={`${inScript(name)} · ${inScript({ fr: name.ar, ar: name.fr })}`} className="place">
              <bdi>{inScript(name)}</bdi>
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
      <FaultWords place={place} id={`${id}-fault`} />
    </ComboBox>
  );
}
