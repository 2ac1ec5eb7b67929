import { useState } from 'react';
import { useLocation } from 'wouter';
import { useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import type { Room } from '../sittings/sitting-view.ts';
import { AgainstScore } from './against-score.tsx';
import { PaperDialog } from './paper-dialog.tsx';
import { type PrintedPaper, printAddress, printedFor } from './print-address.ts';
import { Prints } from './prints.tsx';
import { recapOf } from './recap.ts';
import { SignDialog } from './sign-dialog.tsx';
import { type Member, Signatures, SignedByYou, SignedPapers, signersLeft } from './signatures.tsx';

type MinutesProps = { readonly room: Room; readonly again: () => void };

/** Sealed minutes: their digest, what is printed of them, who has signed, and signing. */
export function Minutes({ room, again }: MinutesProps) {
  const { counts } = room;
  const recap = recapOf(room);
  return (
    <div className="closing">
      <p className="agenda-count">
        <Words k="office.minutes.sealed" facts={{ files: counts.files, against: counts.againstScore }} />
      </p>
      <SealedText room={room} papers={['minutes', 'signatures', 'agenda']} again={again} />
      <AgainstScore files={recap.againstScore} awaiting={[]} />
    </div>
  );
}

type SealedProps = MinutesProps & { readonly papers: readonly PrintedPaper[] };

/** The digest of sealed minutes, who signed them and who may, and their papers: of a local or a provincial commission. */
export function SealedText({ room, papers, again }: SealedProps) {
  return (
    <>
      <Digest digest={room.sitting.minutesDigest ?? ''} />
      <Signing room={room} again={again} />
      <Prints sitting={room.sitting.id} papers={papers} />
    </>
  );
}

/** What every page of the minutes and every letter carries: whoever holds one compares it with this. */
function Digest({ digest }: { readonly digest: string }) {
  const { language } = useSpeech();
  return (
    <div className="digest">
      <h2>
        <Words k="office.minutes.digest" />
      </h2>
      <code dir="ltr">{digest.replace(/(.{8})(?=.)/g, '$1 ')}</code>
      <p>
        <a href={`/${language}/verify`} target="_blank" rel="noreferrer">
          <Words k="office.minutes.check-page" />
        </a>
      </p>
    </div>
  );
}

/** Who has signed, and signing: whoever sat, at this computer, at the own, or by hand on the printed minutes. */
function Signing({ room, again }: MinutesProps) {
  const { sitting, members, signedPapers } = room;
  const { language } = useSpeech();
  const [, go] = useLocation();
  const [asks, setAsks] = useState<'code' | 'paper'>();
  const [noted, setNoted] = useState(0);
  const { minutesDigest } = sitting;
  const unsigned = signersLeft(room);
  const you = members.find(({ isYou, hasSigned }) => isYou && hasSigned);
  const mayNote = useMayDo(sitting.kind === 'cpp' ? 'commissions:hear-appeals' : 'commissions:record') && unsigned.length > 0;
  const isSigned = members.every(({ presence, hasSigned }) => presence === 'absent' || hasSigned);
  const maySign = useMayDo('commissions:sign') && minutesDigest !== undefined && !isSigned;
  useShortcut('print-now', () => {
    window.open(printAddress({ sitting: sitting.id, paper: 'minutes', language: printedFor(language) }), '_blank', 'noreferrer');
  });
  useShortcut('go-on', () => go('/sittings/to-sign'));
  useShortcut('sign', () => setAsks('code'), maySign);
  useShortcut('sign-on-paper', () => setAsks('paper'), mayNote);
  const close = () => setAsks(undefined);
  return (
    <>
      <SignedByYou you={you} />
      <Signatures members={members} />
      {noted === 0 ? null : (
        <p className="kept" role="status">
          <Words k="office.minutes.paper-noted" facts={{ signatures: noted }} />
        </p>
      )}
      <SignedPapers sitting={sitting.id} papers={signedPapers} />
      <div className="buttons">
        {maySign ? (
          <Button look="primary" keys="S" onPress={() => setAsks('code')}>
            <Words k="office.minutes.sign" />
          </Button>
        ) : null}
        {mayNote ? (
          <Button keys="P" onPress={() => setAsks('paper')}>
            <Words k="office.minutes.on-paper" />
          </Button>
        ) : null}
      </div>
      {asks !== undefined && minutesDigest !== undefined ? (
        <AskedToSign {...{ asks, room, minutesDigest, you }} onClose={close} onDone={again} onNoted={setNoted} />
      ) : null}
    </>
  );
}

type AskedProps = {
  readonly asks: 'code' | 'paper';
  readonly room: Room;
  readonly minutesDigest: string;
  readonly you: Member | undefined;
  readonly onClose: () => void;
  readonly onDone: () => void;
  readonly onNoted: (signatures: number) => void;
};

function AskedToSign({ asks, room, minutesDigest, you, onClose, onDone, onNoted }: AskedProps) {
  const sitting = { ...room.sitting, minutesDigest };
  if (asks === 'code') return <SignDialog {...{ sitting, you, onClose, onDone }} />;
  const noted = (signatures: number) => {
    onNoted(signatures);
    onDone();
  };
  return <PaperDialog sitting={sitting} members={signersLeft(room)} onClose={onClose} onDone={noted} />;
}
