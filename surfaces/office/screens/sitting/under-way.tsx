import { Link } from 'wouter';
import { useMayDo } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { useProgress } from './use-progress.ts';
import { useSittingsHere } from './use-sittings-here.ts';

/** A sitting that was left in the midst, by a power cut or for lunch: how far it is, and the way back into it. */
export function SittingUnderWay() {
  const mayRecord = useMayDo('commissions:record');
  const asked = useSittingsHere(mayRecord);
  if (asked.state !== 'ready') return null;
  const open = asked.data.sittings.filter(({ state }) => state === 'open');
  return open.map(({ id }) => <UnderWay key={id} sitting={id} />);
}

function UnderWay({ sitting }: { readonly sitting: string }) {
  const progress = useProgress(sitting);
  if (progress === undefined) return null;
  return (
    <p className="under-way" role="status">
      <strong>
        <Words k="office.sitting.under-way" facts={progress} />
      </strong>{' '}
      <Link href={`/sitting/${sitting}`}>
        <Words k="office.sitting.under-way-open" />
      </Link>
    </p>
  );
}
