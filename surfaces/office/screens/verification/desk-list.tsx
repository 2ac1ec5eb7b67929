import { formatDayOf } from '../../client/moments.ts';
import { calledIn, inFours } from '../../client/names.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { type DiscordantFile, toJudge } from './judging.ts';

type ListProps = {
  readonly files: readonly DiscordantFile[];
  readonly here: string | undefined;
  readonly chosen: readonly string[];
  readonly onHere: (file: string) => void;
  readonly onChosen: (files: readonly string[]) => void;
};

/** The discordant files, the longest waiting first: one is open, several may be chosen. */
export function DeskList({ files, here, chosen, onHere, onChosen }: ListProps) {
  const { language } = useSpeech();
  const text = useText();
  const turn = (id: string) => onChosen(chosen.includes(id) ? chosen.filter((one) => one !== id) : [...chosen, id]);
  return (
    <ul className="desk-list" aria-label={text('office.verification.title')}>
      {files.map((file) => {
        const called = calledIn(language, file.names);
        return (
          <li key={file.id} className={file.id === here ? 'desk-row desk-row-here' : 'desk-row'}>
            <input
              type="checkbox"
              checked={chosen.includes(file.id)}
              onChange={() => turn(file.id)}
              aria-label={text('office.verification.choose-file', { name: called })}
            />
            <button type="button" aria-current={file.id === here ? 'true' : undefined} onClick={() => onHere(file.id)}>
              <strong>
                <bdi>{called}</bdi>
              </strong>
              <span>
                <bdi dir="ltr">{inFours(file.number)}</bdi>
              </span>
              <span className="hint">
                <Words
                  k="office.verification.row"
                  facts={{ count: toJudge(file).length, day: formatDayOf(language, file.since) }}
                />
              </span>
            </button>
          </li>
        );
      })}
    </ul>
  );
}
