import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';

type StepProps = { readonly codes: readonly string[]; readonly onKept: () => void };

/** The codes for the day the telephone is lost, shown this once: printed or written down before going on. */
export function RecoveryStep({ codes, onKept }: StepProps) {
  return (
    <section className="recovery">
      <p>
        <Words k="office.sign-in.recovery-why" />
      </p>
      <ul dir="ltr">
        {codes.map((code) => (
          <li key={code}>
            <code>{code}</code>
          </li>
        ))}
      </ul>
      <div className="buttons">
        <Button onPress={() => print()}>
          <Words k="office.keys.print" />
        </Button>
        <Button look="primary" onPress={onKept}>
          <Words k="office.sign-in.recovery-kept" />
        </Button>
      </div>
    </section>
  );
}
