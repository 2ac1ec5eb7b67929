import { useState } from 'react';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { Choices, KeyButton } from './key-button.tsx';
import { MemberTicks } from './member-ticks.tsx';
import { QuorumWords } from './quorum-words.tsx';
import type { FileNow, RoomNow } from './room-now.ts';
import type { RoomDeeds } from './use-room.ts';

type PanelProps = { readonly room: RoomNow; readonly deeds: RoomDeeds; readonly onBack: () => void };

/** Who comes or leaves in mid-sitting, a digit each. */
export function PresencePanel({ room, deeds, onBack }: PanelProps) {
  const text = useText();
  const inScript = useInScript();
  useShortcut('room-back', onBack);
  const turn = (id: string) => {
    const member = room.members.find((one) => one.id === id);
    if (member === undefined) return;
    const moved = member.presence === 'present' ? 'left' : 'arrived';
    const name = inScript({ fr: member.nameFr, ar: member.nameAr });
    const label = text(`office.sitting.deed.${moved}`, { name });
    deeds.act({ does: 'move', moves: [{ member: id, moved, at: deeds.now() }] }, label);
  };
  return (
    <section className="presence-panel" aria-label={text('office.sitting.who-sits')}>
      <MemberTicks members={room.members} onTurn={turn} />
      <p>
        <QuorumWords quorum={room.quorum} />
      </p>
      <KeyButton shortcut="presence" onAct={onBack}>
        <Words k="office.sitting.back-to-file" />
      </KeyButton>
    </section>
  );
}

/** A member who says to be near this family is out of this file, and of its quorum. */
export function ConflictPanel({ room, file, deeds, onBack }: PanelProps & { readonly file: FileNow }) {
  const text = useText();
  const inScript = useInScript();
  const there = room.members.filter(
    ({ id, presence, seat }) => presence === 'present' && seat !== 'secretary' && !file.recused.includes(id),
  );
  const [chosen, setChosen] = useState<string>();
  const member = there.find(({ id }) => id === chosen);
  const takeOut = () => {
    const label = text('office.sitting.deed.recuse', { position: file.position });
    if (member !== undefined) deeds.act({ does: 'recuse', application: file.application, member: member.id }, label);
    onBack();
  };
  if (member !== undefined)
    return <OutForGood name={inScript({ fr: member.nameFr, ar: member.nameAr })} onYes={takeOut} onBack={onBack} />;
  return (
    <Choices
      title={<Words k="office.sitting.who-is-out" />}
      choices={there.map(({ id, nameFr, nameAr, institution }) => ({
        key: id,
        words: (
          <>
            <bdi>{inScript({ fr: nameFr, ar: nameAr })}</bdi> · <Words k={`commissions.institution.${institution}`} />
          </>
        ),
      }))}
      onChoose={setChosen}
      onBack={onBack}
    />
  );
}

type OutProps = { readonly name: string; readonly onYes: () => void; readonly onBack: () => void };

/** It cannot be taken back, and takes a voice from the quorum of a file: a wrong digit alone does not do it. */
function OutForGood({ name, onYes, onBack }: OutProps) {
  useShortcut('room-back', onBack);
  return (
    <section className="presence-panel" role="alert">
      <p>
        <Words k="office.sitting.out-for-good" facts={{ name }} />
      </p>
      <KeyButton shortcut="batch-confirm" look="primary" onAct={onYes}>
        <Words k="office.sitting.out-confirm" />
      </KeyButton>
      <KeyButton shortcut="room-back" onAct={onBack}>
        <Words k="office.sitting.back-to-file" />
      </KeyButton>
    </section>
  );
}
