import { useState } from 'react';
import { Link } from 'wouter';
import { calledIn, inFours } from '../../client/names.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { SentBack } from '../../components/sent-back.tsx';
import { CitizenDialog } from './citizen-dialog.tsx';
import { DifferenceCard } from './difference-card.tsx';
import { type DiscordantFile, type Found, judgementsOf, nameOf, nextOpen, toJudge, type Verdict } from './judging.ts';
import { type Reason, ReasonFields } from './reason-fields.tsx';
import { type Fate, useSettling } from './use-settling.ts';

/** One discordant file: each difference is judged, then the file goes on with the reason; or its family is asked. */
export function FileJudging({ file, onDone }: { readonly file: DiscordantFile; readonly onDone: (fate: Fate) => void }) {
  const { language } = useSpeech();
  const open = toJudge(file);
  const judging = useJudging(open);
  const [reason, setReason] = useState<Reason>();
  const [note, setNote] = useState('');
  const [asks, setAsks] = useState(false);
  const settling = useSettling(file, onDone);
  const left = open.length - judgementsOf(open, judging.found).length;
  const settle = () => void settling.settle({ judgements: judgementsOf(open, judging.found), reason, note });
  useShortcut('ask-citizen', () => setAsks(true), !asks);
  useShortcut('submit', settle, !asks);
  return (
    <section className="judging" aria-labelledby="judged-file">
      <h2 id="judged-file">
        <bdi>{calledIn(language, file.names)}</bdi>{' '}
        <Link href={`/file/${file.id}`}>
          <bdi dir="ltr">{inFours(file.number)}</bdi>
        </Link>
      </h2>
      <SentBack application={file.id} />
      <ul className="differences">
        {file.differences.map((difference) => {
          const place = open.findIndex((one) => nameOf(one) === nameOf(difference));
          const judge = (verdict: Verdict) => judging.judge(place, verdict);
          return (
            <DifferenceCard
              key={`${nameOf(difference)} ${difference.answered}`}
              difference={difference}
              isHere={place === judging.here && place !== -1}
              verdict={judging.found[nameOf(difference)]}
              {...(difference.standing === 'open' ? { onVerdict: judge } : {})}
            />
          );
        })}
      </ul>
      <div className="settling">
        <ReasonFields reason={reason} note={note} onReason={setReason} onNote={setNote} />
        {settling.fault === undefined ? null : (
          <p className="fault" role="alert">
            {settling.fault}
          </p>
        )}
        <div className="buttons">
          <Button look="primary" keys="Ctrl ⏎" onPress={settle} isBusy={settling.isBusy}>
            <Words k="office.verification.settle" facts={{ left }} />
          </Button>
          <Button keys="A" onPress={() => setAsks(true)}>
            <Words k="office.verification.ask-citizen" />
          </Button>
        </div>
      </div>
      {asks ? <CitizenDialog file={file} onClose={() => setAsks(false)} onDone={onDone} /> : null}
    </section>
  );
}

/** S and N judge the difference one is at, and go to the next that has no verdict. */
function useJudging(open: ReturnType<typeof toJudge>) {
  const [found, setFound] = useState<Found>({});
  const [here, setHere] = useState(0);
  const judge = (place: number, verdict: Verdict) => {
    const difference = open[place];
    if (difference === undefined) return;
    const now = { ...found, [nameOf(difference)]: verdict };
    setFound(now);
    setHere(nextOpen(open, now, place));
  };
  useShortcut('same', () => judge(here, 'same-person'));
  useShortcut('not-same', () => judge(here, 'not-the-same'));
  return { found, here, judge };
}
