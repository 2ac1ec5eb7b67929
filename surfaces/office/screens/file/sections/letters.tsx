import { useState } from 'react';
import { formatMoment } from '../../../client/moments.ts';
import { useAnswer, useOffice } from '../../../client/office-context.tsx';
import { useShortcut } from '../../../client/shortcuts.tsx';
import { useSpeech, useText, Words } from '../../../client/words.tsx';
import { Button } from '../../../components/button.tsx';
import { Shown, wordsOfFailure } from '../../../components/states.tsx';
import type { SectionProps } from '../file.tsx';

/** The papers that can be printed for a family, each with the address that makes it. */
const letters = [
  ['receipt', 'receipt.pdf'],
  ['dossier', 'dossier.pdf'],
  ['decision', 'decision.pdf'],
  ['payment', 'payment.pdf'],
] as const;
type Paper = (typeof letters)[number][0];

/** A decision once it is validated, a contribution where one is due, the others always. */
function isThere(paper: Paper, { state, outcome }: SectionProps['file']): boolean {
  if (paper === 'payment') return state === 'registered' && outcome === 'vulnerable';
  return paper !== 'decision' || (outcome !== null && ['validated', 'held', 'registered', 'closed'].includes(state));
}

/** What is printed for the family; each printing is noted before it is made, so that the second is known to be the second. */
export function LettersSection({ file }: SectionProps) {
  const { language } = useSpeech();
  const { client } = useOffice();
  const text = useText();
  const [fault, setFault] = useState<string>();
  const asked = useAnswer('applications.printings-of-file', { application: file.id });
  const print = async (paper: Paper, address: string) => {
    try {
      await client.attempt('applications.note-printing', { application: file.id, paper });
    } catch (error) {
      return setFault(wordsOfFailure(error as Error, text));
    }
    setFault(undefined);
    if (asked.state === 'ready') asked.again();
    window.open(`/${language}/follow/${file.number}/${address}`, '_blank', 'noreferrer');
  };
  useShortcut('print', () => void print('receipt', 'receipt.pdf'));
  return (
    <>
      <div className="buttons">
        {letters
          .filter(([paper]) => isThere(paper, file))
          .map(([paper, address], place) => (
            <Button key={paper} onPress={() => void print(paper, address)} {...(place === 0 ? { keys: 'P' } : {})}>
              <Words k={`applications.printed.${paper}`} />
            </Button>
          ))}
      </div>
      {fault === undefined ? null : (
        <p className="fault" role="alert">
          {fault}
        </p>
      )}
      <h2>
        <Words k="office.file.printings" />
      </h2>
      <Shown asked={asked} isEmpty={({ printings }) => printings.length === 0} empty={<Words k="office.file.never-printed" />}>
        {({ printings }) => (
          <ul className="journey">
            {printings.map(({ paper, at }) => (
              <li key={`${paper} ${at}`}>
                <time dateTime={at}>{formatMoment(language, Date.parse(at))}</time>
                <Words k={`applications.printed.${paper}`} />
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}
