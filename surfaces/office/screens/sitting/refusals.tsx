import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import type { LocalDeed } from './local-deeds.ts';
import type { Clash, RoomNow } from './room-now.ts';
import type { RoomDeeds } from './use-room.ts';

/** What the server did not take, in words, beside what stands there: nobody's decision is replaced in silence. */
export function Refusals({ room, deeds }: { readonly room: RoomNow; readonly deeds: RoomDeeds }) {
  if (room.clashes.length === 0 && room.refused.length === 0) return null;
  return (
    <div className="room-refusals" role="alert">
      {room.clashes.map((clash) => (
        <ClashLine key={clash.mine.id} clash={clash} deeds={deeds} />
      ))}
      {room.refused.map((deed) => (
        <p key={deed.key}>
          <RefusalWords deed={deed} /> <Dismiss deed={deed} deeds={deeds} />
        </p>
      ))}
    </div>
  );
}

function ClashLine({ clash: { deed, mine, file }, deeds }: { readonly clash: Clash; readonly deeds: RoomDeeds }) {
  const text = useText();
  const facts = { position: file.position, mine: text(`commissions.outcome.${mine.outcome}`) };
  return (
    <p>
      <strong>
        <Words k="office.sitting.not-taken" facts={facts} />
      </strong>{' '}
      <RefusalWords deed={deed} />{' '}
      {file.ruling === undefined ? null : (
        <Words
          k="office.sitting.stands"
          facts={{
            outcome: text(`commissions.outcome.${file.ruling.outcome}`),
            reason: text(`commissions.reason.${file.ruling.reason}`),
          }}
        />
      )}{' '}
      <Dismiss deed={deed} deeds={deeds} />
    </p>
  );
}

function RefusalWords({ deed: { refusal } }: { readonly deed: LocalDeed }) {
  if (refusal === undefined) return <Words k="office.sitting.not-kept" />;
  const module = ['not-allowed', 'wrong-input', 'key-reused', 'too-many-requests'].includes(refusal.refused)
    ? 'actions'
    : 'commissions';
  return <Words k={`${module}.refusal.${refusal.refused}`} facts={{ ...refusal.facts } as Record<string, string | number>} />;
}

function Dismiss({ deed, deeds }: { readonly deed: LocalDeed; readonly deeds: RoomDeeds }) {
  return (
    <Button look="link" onPress={() => deeds.dismiss(deed)}>
      <Words k="office.sitting.seen" />
    </Button>
  );
}
