import { useEffect, useState } from 'react';
import { formatNumber } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import { formatMoment } from '../../client/moments.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { inMinutes, paceOf } from './pace.ts';
import { QuorumWords } from './quorum-words.tsx';
import type { RoomLooks } from './room-looks.ts';
import type { RoomNow } from './room-now.ts';

type HeadProps = { readonly room: RoomNow; readonly looks: RoomLooks; readonly keptSince: number | undefined };

/** Which sitting, whether it may decide, how far it is and how fast: in one line, always in sight. */
export function RoomHead({ room, looks, keptSince }: HeadProps) {
  const { language } = useSpeech();
  const { sitting, files, decided } = room;
  return (
    <header className="room-head">
      <h1>
        <Words k="office.sitting.of-day" facts={{ number: formatGrouped(sitting.number), day: sitting.heldOn }} />
      </h1>
      {sitting.state === 'agenda_frozen' ? null : <QuorumWords quorum={room.quorum} isShort />}
      <Progress decided={decided} of={files.length} />
      <Pace room={room} />
      <Clock />
      {keptSince === undefined ? null : (
        <Tag look="warning">
          <Words k="office.sitting.kept-here" facts={{ moment: formatMoment(language, keptSince) }} />
        </Tag>
      )}
      <Looks looks={looks} />
    </header>
  );
}

function Progress({ decided, of }: { readonly decided: number; readonly of: number }) {
  const text = useText();
  return (
    <span className="room-progress">
      <progress value={decided} max={Math.max(1, of)} aria-label={text('office.sitting.decided-of', { decided, of })} />
      <strong>
        <bdi dir="ltr">
          {decided}/{of}
        </bdi>
      </strong>
    </span>
  );
}

function Pace({ room }: { readonly room: RoomNow }) {
  const seconds = paceOf(room);
  if (seconds === undefined) return null;
  return (
    <span className="room-pace">
      <Words k="office.sitting.pace" facts={{ time: inMinutes(seconds) }} />
    </span>
  );
}

const MINUTE = 15_000;

function Clock() {
  const { language } = useSpeech();
  const [now, setNow] = useState(Date.now);
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE);
    return () => clearInterval(timer);
  }, []);
  return <time className="room-clock">{formatMoment(language, now, now)}</time>;
}

/** As large as the wall is far; and names hidden for whoever wants to judge the family and not the name. */
function Looks({ looks: { size, hidesNames, resize, turnNames } }: Pick<HeadProps, 'looks'>) {
  const { language } = useSpeech();
  const text = useText();
  useShortcut('zoom-in', () => resize(1));
  useShortcut('zoom-out', () => resize(-1));
  return (
    <fieldset className="room-looks">
      <legend className="unseen">
        <Words k="office.sitting.looks" />
      </legend>
      <button type="button" onClick={() => resize(-1)} disabled={size === 0} aria-label={text('office.keys.zoom-out')}>
        −
      </button>
      <span className="unseen" role="status">
        <Words k="office.sitting.size" facts={{ size: formatNumber(language, size + 1) }} />
      </span>
      <button type="button" onClick={() => resize(1)} disabled={size === 2} aria-label={text('office.keys.zoom-in')}>
        +
      </button>
      <label>
        <input type="checkbox" checked={hidesNames} onChange={turnNames} /> <Words k="office.sitting.hide-names" />
      </label>
    </fieldset>
  );
}
