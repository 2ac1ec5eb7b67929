import { useId, useState } from 'react';
import { loadTerritory } from '#modules/territory';
import { addDays, casablancaDate, Temporal } from '#platform/dates';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Field } from '../../components/field.tsx';

const today = () => casablancaDate(Temporal.Now.instant());

/** What a province validated in some days, as a file to carry to another register: written as fast as it is taken, whatever its size. */
export function TakeOut() {
  const [province, setProvince] = useState('');
  const [from, setFrom] = useState(addDays(today(), -30).toString());
  const [to, setTo] = useState(today().toString());
  const isReversed = from !== '' && to !== '' && to < from;
  const isReady = province !== '' && from !== '' && to !== '' && !isReversed;
  const text = useText();
  const asked = new URLSearchParams({ province, from, to });
  return (
    <div className="take-out">
      <ProvinceField value={province} onChange={setProvince} />
      <Field label={<Words k="office.registration.from" />} value={from} onChange={setFrom} input={{ type: 'date' }} />
      <Field
        label={<Words k="office.registration.to" />}
        value={to}
        onChange={setTo}
        input={{ type: 'date' }}
        {...(isReversed ? { fault: text('entitlements.refusal.days-reversed') } : {})}
      />
      <p className="buttons">
        {isReady ? (
          (['xml', 'csv'] as const).map((format) => (
            <a key={format} className="button" href={`/api/registration-lists?${asked}&format=${format}`} download>
              <Words k="office.registration.write" facts={{ format: format.toUpperCase() }} />
            </a>
          ))
        ) : (
          <Words k="office.registration.choose" />
        )}
      </p>
    </div>
  );
}

function ProvinceField({ value, onChange }: { readonly value: string; readonly onChange: (province: string) => void }) {
  const inScript = useInScript();
  const text = useText();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k="office.registration.province" />
      </label>
      <select id={id} value={value} onChange={({ target }) => onChange(target.value)}>
        <option value="">{text('office.registration.no-province')}</option>
        {loadTerritory().provinces.map(({ code, name }) => (
          <option key={code} value={code}>
            {inScript(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
