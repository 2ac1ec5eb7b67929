import { useState } from 'react';
import { quorumOf } from '#modules/commissions';
import { useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { wordsOfFailure } from '../../components/states.tsx';
import { MemberTicks } from './member-ticks.tsx';
import { QuorumWords } from './quorum-words.tsx';
import { institutionsOf, type RoomNow } from './room-now.ts';
import type { RoomDeeds } from './use-room.ts';

/** Who is there, by institution, a digit each; the quorum is said as it changes, and the sitting is opened. */
export function Attendance({ room, deeds }: { readonly room: RoomNow; readonly deeds: RoomDeeds }) {
  const [present, setPresent] = useState<readonly string[]>([]);
  const turn = (member: string) =>
    setPresent(present.includes(member) ? present.filter((one) => one !== member) : [...present, member]);
  const members = room.members.map(
    (member) => ({ ...member, presence: present.includes(member.id) ? 'present' : 'absent' }) as const,
  );
  const quorum = quorumOf(institutionsOf(members), { institutions: [...room.rules.institutions], quorum: room.rules.quorum });
  const opening = useOpening(room, deeds);
  const open = () => (quorum.reached ? void opening.open(present) : undefined);
  useShortcut('sitting-open', open);
  return (
    <section className="attendance" aria-labelledby="who-sits">
      <h2 id="who-sits">
        <Words k="office.sitting.who-sits" />
      </h2>
      <MemberTicks members={members} onTurn={turn} />
      <p className="attendance-quorum">
        <QuorumWords quorum={quorum} />
      </p>
      {quorum.reached ? null : (
        <p className="hint">
          <Words k="office.sitting.may-read" />
        </p>
      )}
      {opening.fault === undefined ? null : (
        <p className="fault" role="alert">
          {opening.fault}
        </p>
      )}
      <div className="buttons">
        <Button look="primary" keys="Ctrl ⏎" onPress={open} isDisabled={!quorum.reached} isBusy={opening.isBusy}>
          <Words k="office.sitting.open" facts={{ files: room.files.length }} />
        </Button>
      </div>
    </section>
  );
}

/** A sitting is opened with a line or not at all: its day, its members and its first moment are the server's. After that it needs none. */
function useOpening(room: RoomNow, deeds: RoomDeeds) {
  const { client } = useOffice();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);
  return {
    fault,
    isBusy,
    async open(present: readonly string[]) {
      setBusy(true);
      try {
        await client.attempt('commissions.open-sitting', { sitting: room.sitting.id, present: [...present] });
        await deeds.look();
      } catch (error) {
        setFault(wordsOfFailure(error as Error, text));
        setBusy(false);
      }
    },
  };
}
