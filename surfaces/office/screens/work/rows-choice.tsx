import { useEffect, useState } from 'react';
import { Words } from '../../client/words.tsx';

const KEPT = 'ramed.rows';
type RowsLook = 'dense' | 'comfortable';

/** Dense rows for a counter, comfortable ones for tired eyes; kept on this computer. */
export function RowsChoice() {
  const [look, setLook] = useState<RowsLook>(() => (localStorage.getItem(KEPT) === 'comfortable' ? 'comfortable' : 'dense'));
  useEffect(() => {
    document.documentElement.dataset.rows = look;
    localStorage.setItem(KEPT, look);
  }, [look]);
  return (
    <fieldset className="rows-choice">
      <legend className="unseen">
        <Words k="office.work.rows" />
      </legend>
      {(['dense', 'comfortable'] as const).map((one) => (
        <label key={one} className="rows-look">
          <input type="radio" name="rows" checked={look === one} onChange={() => setLook(one)} />
          <Words k={`office.work.rows-${one}`} />
        </label>
      ))}
    </fieldset>
  );
}
