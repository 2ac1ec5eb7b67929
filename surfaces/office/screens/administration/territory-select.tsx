import { useId } from 'react';
import { communesOfProvince, findProvince, loadTerritory, type PlaceName } from '#modules/territory';
import { useOffice } from '../../client/office-context.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';

type SelectProps = { readonly value: string; readonly onChange: (territory: string) => void };
type Place = { readonly code: string; readonly name: PlaceName };

/** Where a post is: the whole of the administrator's own territory, or a part of it. The nation chooses a province first. */
export function TerritorySelect({ value, onChange }: SelectProps) {
  const { session } = useOffice();
  const own = session.post.territory;
  const ownProvince = own === '' ? undefined : (findProvince(own.slice(0, 6))?.code ?? own);
  const province = ownProvince ?? provinceIn(value);
  return (
    <>
      {ownProvince === undefined ? (
        <Places
          label="office.administration.province"
          places={loadTerritory().provinces}
          whole="office.shell.nation"
          value={province}
          onChange={onChange}
        />
      ) : null}
      {province === '' ? null : (
        <Places
          label="office.administration.commune"
          places={communesOfProvince(province as never)}
          whole="office.administration.whole-province"
          value={value === province ? '' : value}
          onChange={(code) => onChange(code === '' ? province : code)}
        />
      )}
    </>
  );
}

function provinceIn(territory: string): string {
  return findProvince(territory)?.code ?? findProvince(territory.slice(0, 6))?.code ?? '';
}

type PlacesProps = SelectProps & { readonly label: string; readonly places: readonly Place[]; readonly whole: string };

function Places({ label, places, whole, value, onChange }: PlacesProps) {
  const inScript = useInScript();
  const text = useText();
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>
        <Words k={label} />
      </label>
      <select id={id} value={value} onChange={(change) => onChange(change.target.value)}>
        <option value="">{text(whole)}</option>
        {places.map(({ code, name }) => (
          <option key={code} value={code}>
            {inScript(name)}
          </option>
        ))}
      </select>
    </div>
  );
}
