import { useMemo } from 'react';
import { drawQr } from '#platform/qr';
import { useShortcut } from '../../client/shortcuts.tsx';
import { TEST_CODE } from '../../client/wedge.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { ReaderTest } from './reader-test.tsx';

/** The printer and the reader of codes of this computer, each with a test that says in words whether it is well set. */
export function DevicesScreen() {
  const print = () => window.print();
  useShortcut('print', print);
  return (
    <section className="devices">
      <h1>
        <Words k="office.devices.title" />
      </h1>
      <ReaderTest />
      <section className="printer-test">
        <h2 className="no-print">
          <Words k="office.devices.printer" />
        </h2>
        <p className="no-print">
          <Words k="office.devices.printer-why" />
        </p>
        <p className="no-print">
          <Button keys="P" onPress={print}>
            <Words k="office.devices.print" />
          </Button>
        </p>
        <TestSheet />
      </section>
    </section>
  );
}

/** Ten centimetres, a mark at each, at the ends and the middle a longer one. */
const RULE = `M1 0h100${Array.from({ length: 11 }, (_, at) => `M${at * 10 + 1} 0v${at % 5 === 0 ? 10 : 6}`).join('')}`;

/** What is printed: a rule to measure, the three writings, and the test code at the size of a receipt's. */
function TestSheet() {
  return (
    <div className="test-sheet">
      <p>
        <Words k="office.devices.sheet" />
      </p>
      <svg className="rule" viewBox="0 0 102 10" role="img" aria-hidden="true">
        <path d={RULE} stroke="currentColor" strokeWidth="0.3" />
      </svg>
      <p className="writings">
        <span lang="fr" dir="ltr">
          Récépissé — œuvre, août, naïf
        </span>
        <span lang="ar" dir="rtl">
          وصل الإيداع — گ ڭ پ ڤ
        </span>
        <span lang="zgh" dir="ltr">
          ⵜⴰⵡⵓⵔⵉ — ⵥ ⵟ ⵚ ⵖ
        </span>
      </p>
      <TestCode />
      <code dir="ltr">{TEST_CODE}</code>
    </div>
  );
}

export function TestCode() {
  const text = useText();
  const { side, path } = useMemo(() => drawQr(TEST_CODE), []);
  return (
    <svg
      className="test-code"
      viewBox={`0 0 ${side} ${side}`}
      role="img"
      aria-label={text('office.devices.code')}
      shapeRendering="crispEdges"
    >
      <path fill="#fff" d={`M0 0h${side}v${side}H0z`} />
      <path fill="#000" d={path} />
    </svg>
  );
}
