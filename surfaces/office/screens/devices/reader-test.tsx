import { useEffect, useId, useRef, useState } from 'react';
import { judgeReader, openWedge, type Scan } from '../../client/wedge.ts';
import { Words } from '../../client/words.tsx';

/** The agent scans the test code of this page; what came is told, and whether the reader is well set. */
export function ReaderTest() {
  const [scan, setScan] = useState<Scan>();
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => {
    const hear = openWedge(setScan);
    const listen = (press: KeyboardEvent) => {
      if (hear(press) && field.current) field.current.value = '';
    };
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, []);
  return (
    <section className="reader-test no-print">
      <h2>
        <Words k="office.devices.reader" />
      </h2>
      <p>
        <Words k="office.devices.reader-why" />
      </p>
      <div className="field">
        <label htmlFor={id}>
          <Words k="office.devices.reader-field" />
        </label>
        <input className="input" id={id} ref={field} dir="ltr" autoComplete="off" spellCheck={false} />
      </div>
      <div role="status">{scan === undefined ? <Waiting /> : <Verdict scan={scan} />}</div>
    </section>
  );
}

function Waiting() {
  return (
    <p className="hint">
      <Words k="office.devices.waiting" />
    </p>
  );
}

function Verdict({ scan }: { readonly scan: Scan }) {
  const { isWell, found } = judgeReader(scan);
  return (
    <div className={isWell ? 'verdict verdict-well' : 'verdict verdict-wrong'}>
      <p>
        <strong>
          <Words k={`office.devices.${isWell ? 'well-set' : 'to-set'}`} />
        </strong>{' '}
        <Words k={`office.devices.verdict.${found}`} />
      </p>
      <p className="hint">
        <Words k="office.devices.read" facts={{ text: scan.byPlace, pause: Math.round(scan.slowest) }} />
      </p>
    </div>
  );
}
