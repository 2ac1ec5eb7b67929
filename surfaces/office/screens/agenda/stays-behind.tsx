import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import type { Room } from '../sittings/sitting-view.ts';
import type { Proposal } from './use-agenda-choice.ts';

type BehindProps = { readonly room: Room; readonly proposal: Proposal; readonly chosen: readonly string[] };

/** What is ready and not on this agenda, how much of it is late, and until which sitting it waits. */
export function StaysBehind({ room: { sitting }, proposal, chosen }: BehindProps) {
  const { language } = useSpeech();
  const later = useAnswer('commissions.sittings-calendar', { from: sitting.heldOn, states: ['convened', 'agenda_frozen'] });
  const files = Math.max(0, proposal.ready - chosen.length);
  if (files === 0) return null;
  const late = proposal.files.filter(({ application, clock }) => clock === 'late' && !chosen.includes(application)).length;
  const next =
    later.state === 'ready'
      ? later.data.sittings.find(
          ({ id, territory, heldOn }) => id !== sitting.id && territory === sitting.territory && heldOn > sitting.heldOn,
        )
      : undefined;
  return (
    <p className="stays-behind">
      <Words k="office.agenda.behind" facts={{ files }} />{' '}
      {late === 0 ? null : (
        <strong>
          <Words k="office.agenda.behind-late" facts={{ files: late }} />
        </strong>
      )}{' '}
      {next === undefined ? (
        <Words k="office.agenda.no-next" />
      ) : (
        <Words k="office.agenda.next" facts={{ day: formatDate(language, toDate(next.heldOn)) }} />
      )}
    </p>
  );
}
