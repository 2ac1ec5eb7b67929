import { useAnswer } from '../../client/office-context.tsx';
import { Shown } from '../../components/states.tsx';
import { StandInLines } from './stand-in-lines.tsx';

/** Who replaces whom, today and in the days to come, in the whole jurisdiction. */
export function Replacements() {
  const asked = useAnswer('staff.replacements', {});
  return (
    <Shown asked={asked}>
      {(found) => <StandInLines {...found} onDone={asked.state === 'ready' ? asked.again : () => undefined} />}
    </Shown>
  );
}
