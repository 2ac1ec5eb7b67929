import { useState } from 'react';
import { Link } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import type { Room } from '../sittings/sitting-view.ts';
import { AddByNumber } from './add-by-number.tsx';
import { chosenOf, everything, isShown, turnedAll } from './agenda-choice.ts';
import { AgendaFilters } from './agenda-filters.tsx';
import { AgendaTable } from './agenda-table.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { StaysBehind } from './stays-behind.tsx';
import { type Proposal, useAgendaChoice } from './use-agenda-choice.ts';

/** More than a sitting takes, so that what stays behind is seen too. */
const LOOKED_AT = 300;

type BuilderProps = { readonly room: Room; readonly again: () => void };

/** The agenda as it is proposed, each file with why it stands there; the secretary leaves out, moves, adds, and fixes it. */
export function AgendaBuilder({ room, again }: BuilderProps) {
  const asked = useAnswer('commissions.agenda-proposal', { sitting: room.sitting.id, limit: LOOKED_AT });
  return (
    <Shown asked={asked} isEmpty={({ files }) => files.length === 0} empty={<NothingReady />}>
      {(proposal) => <Builder room={room} proposal={proposal} again={again} />}
    </Shown>
  );
}

function NothingReady() {
  return (
    <Empty>
      <Words k="office.agenda.nothing-ready" />{' '}
      <Link href="/my-work">
        <Words k="office.areas.work" />
      </Link>
    </Empty>
  );
}

function Builder({ room, proposal, again }: BuilderProps & { readonly proposal: Proposal }) {
  const { files, choice, change, add } = useAgendaChoice(room.sitting.id, proposal);
  const [filter, setFilter] = useState(everything);
  const [freezes, setFreezes] = useState(false);
  const chosen = chosenOf(choice);
  const shown = choice.order.flatMap((id) => {
    const file = files.get(id);
    return file !== undefined && isShown(file, filter) ? [file] : [];
  });
  const ids = shown.map(({ application }) => application);
  useShortcut('take-all', () => change(turnedAll(choice, ids, proposal.capacity)));
  useShortcut('freeze', () => setFreezes(true), chosen.length > 0);
  return (
    <div className="agenda">
      <p className="agenda-count" role="status">
        <Words k="office.agenda.count" facts={{ chosen: chosen.length, capacity: proposal.capacity, ready: proposal.ready }} />
      </p>
      {proposal.ready >= proposal.capacity ? null : (
        <p className="hint">
          <Words k="office.agenda.not-enough" facts={{ ready: proposal.ready, capacity: proposal.capacity }} />
        </p>
      )}
      <AgendaFilters filter={filter} onFilter={setFilter} />
      <AddByNumber territory={room.sitting.territory} onAdd={add} />
      <AgendaTable files={shown} choice={choice} onChange={change} />
      <StaysBehind room={room} proposal={proposal} chosen={chosen} />
      <div className="buttons">
        <Button look="primary" keys="Ctrl ⏎" isDisabled={chosen.length === 0} onPress={() => setFreezes(true)}>
          <Words k="office.agenda.freeze" facts={{ files: chosen.length }} />
        </Button>
        <Button keys="Ctrl A" onPress={() => change(turnedAll(choice, ids, proposal.capacity))}>
          <Words k="office.agenda.take-all" />
        </Button>
      </div>
      {freezes ? (
        <FreezeDialog
          sitting={room.sitting.id}
          chosen={chosen}
          files={files}
          capacity={proposal.capacity}
          onClose={() => setFreezes(false)}
          onDone={again}
        />
      ) : null}
    </div>
  );
}
