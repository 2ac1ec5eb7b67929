import { useState } from 'react';
import { combine, type Institution, type Outcome, outcomes } from '#modules/commissions';
import { type ShortcutName, useShortcut } from '../../client/shortcuts.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import type { Begun } from './file-stop.tsx';
import { KeyButton } from './key-button.tsx';
import type { Opinion } from './room.ts';
import { type FileNow, institutionsOf, type RoomNow } from './room-now.ts';

type OpinionsProps = {
  readonly room: RoomNow;
  readonly file: FileNow;
  readonly onCombined: (outcome: Outcome, begun: Begun) => void;
  readonly onBack: () => void;
};

type Said = Partial<Readonly<Record<Institution, Outcome>>>;

/** What each institution holds, a digit each; what that makes together is said, with its rule, before it is recorded. */
export function OpinionsPanel({ room, file, onCombined, onBack }: OpinionsProps) {
  const text = useText();
  const asked = institutionsOf(room.members, file.recused);
  const [said, setSaid] = useState<Said>({});
  const [at, setAt] = useState(0);
  const opinions = opinionsOf(room, file, said);
  const [first] = opinions;
  const isWhole = first !== undefined && opinions.length === asked.length;
  const combined = isWhole ? combine(opinions, { ruled: first.outcome, ruling: asked, chair: room.rules.chair }) : undefined;
  const say = (outcome: Outcome, place = at) => {
    const institution = asked[place];
    if (institution === undefined) return;
    setSaid({ ...said, [institution]: outcome });
    setAt(Math.min(asked.length - 1, place + 1));
  };
  useShortcut('room-back', onBack);
  useShortcut('list-next', () => setAt(Math.min(asked.length - 1, at + 1)));
  useShortcut('list-previous', () => setAt(Math.max(0, at - 1)));
  return (
    <section className="opinions" aria-label={text('office.sitting.way.opinions')}>
      <Table>
        <thead>
          <tr>
            <th scope="col">
              <Words k="office.sitting.institution" />
            </th>
            {outcomes.map((outcome, place) => (
              <OutcomeHead key={outcome} outcome={outcome} digit={place + 1} onSay={() => say(outcome)} />
            ))}
          </tr>
        </thead>
        <tbody>
          {asked.map((institution, place) => (
            <tr
              key={institution}
              className={place === at ? 'opinion-here' : undefined}
              aria-current={place === at ? 'true' : undefined}
            >
              <th scope="row">
                <Words k={`commissions.institution.${institution}`} />
              </th>
              {outcomes.map((outcome) => (
                <td key={outcome}>
                  <input
                    type="radio"
                    name={`opinion-${institution}`}
                    checked={said[institution] === outcome}
                    onChange={() => say(outcome, place)}
                    aria-label={`${text(`commissions.institution.${institution}`)}, ${text(`commissions.outcome.${outcome}`)}`}
                  />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </Table>
      <Combined combined={combined} chair={room.rules.chair} left={asked.length - opinions.length} />
      <div className="buttons">
        <KeyButton
          shortcut="opinions-record"
          look="primary"
          onAct={() => (combined === undefined ? undefined : onCombined(combined.outcome, { opinions }))}
          isOff={combined === undefined}
        >
          <Words k="office.sitting.record-opinions" />
        </KeyButton>
      </div>
    </section>
  );
}

function OutcomeHead({
  outcome,
  digit,
  onSay,
}: {
  readonly outcome: Outcome;
  readonly digit: number;
  readonly onSay: () => void;
}) {
  useShortcut(`choice-${digit}` as ShortcutName, onSay);
  return (
    <th scope="col">
      <kbd>{digit}</kbd> <Words k={`commissions.outcome.${outcome}`} />
    </th>
  );
}

type CombinedProps = {
  readonly combined: ReturnType<typeof combine> | undefined;
  readonly chair: Institution;
  readonly left: number;
};

function Combined({ combined, chair, left }: CombinedProps) {
  const text = useText();
  return (
    <p role="status" className="opinions-combined">
      {combined === undefined ? (
        <Words k="office.sitting.opinions-left" facts={{ count: left }} />
      ) : (
        <>
          <strong>
            <Words k={`commissions.outcome.${combined.outcome}`} />
          </strong>{' '}
          <Words k={`office.sitting.combined-by.${combined.by}`} facts={{ chair: text(`commissions.institution.${chair}`) }} />
        </>
      )}
    </p>
  );
}

const order = ['chair', 'titular', 'substitute'];

/** Each opinion under the name of the member who speaks for the institution: the chair or titular member before a substitute. */
function opinionsOf(room: RoomNow, file: FileNow, said: Said): readonly Opinion[] {
  return institutionsOf(room.members, file.recused).flatMap((institution) => {
    const outcome = said[institution];
    const [speaker] = room.members
      .filter(
        (one) =>
          one.institution === institution &&
          one.presence === 'present' &&
          order.includes(one.seat) &&
          !file.recused.includes(one.id),
      )
      .sort((one, other) => order.indexOf(one.seat) - order.indexOf(other.seat));
    return outcome === undefined || speaker === undefined ? [] : [{ institution, member: speaker.id, outcome }];
  });
}
