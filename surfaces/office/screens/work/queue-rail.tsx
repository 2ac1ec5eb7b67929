import { casablancaDateTime, Temporal } from '#platform/dates';
import { formatDays } from '#platform/i18n';
import { type ShortcutName, useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import type { QueueState, Work } from './queue-input.ts';

type Queue = Work['queues'][number];
type QueueRailProps = {
  readonly queues: readonly Queue[];
  readonly chosen: QueueState | undefined;
  readonly onChoose: (state: QueueState) => void;
};

/** The queues: what waits for me first, then what waits for others; each opened by its digit. */
export function QueueRail({ queues, chosen, onChoose }: QueueRailProps) {
  return (
    <nav className="queues">
      {(['mine', 'others'] as const).map((whose) => {
        const shown = queues.filter((queue) => queue.whose === whose && (whose === 'mine' || queue.files > 0));
        if (shown.length === 0) return null;
        return (
          <section key={whose} aria-labelledby={`queues-${whose}`}>
            <h2 id={`queues-${whose}`}>
              <Words k={`office.work.${whose}`} />
            </h2>
            <ul>
              {shown.map((queue) => (
                <QueueChoice
                  key={queue.state}
                  queue={queue}
                  digit={queues.filter(({ files, whose: of }) => of === 'mine' || files > 0).indexOf(queue) + 1}
                  isChosen={queue.state === chosen}
                  onChoose={onChoose}
                />
              ))}
            </ul>
          </section>
        );
      })}
    </nav>
  );
}

type ChoiceProps = {
  readonly queue: Queue;
  readonly digit: number;
  readonly isChosen: boolean;
  readonly onChoose: (state: QueueState) => void;
};

function QueueChoice({ queue: { state, files, late, oldest }, digit, isChosen, onChoose }: ChoiceProps) {
  useShortcut(`section-${Math.min(digit, 9)}` as ShortcutName, () => onChoose(state), digit <= 9);
  return (
    <li>
      <button type="button" className="queue-choice" aria-pressed={isChosen} onClick={() => onChoose(state)}>
        <span className="queue-name">
          <Words k={`office.work.queue.${state}`} />
        </span>
        <span className="queue-count">
          <Words k="office.work.files" facts={{ files }} />
        </span>
        <span className="queue-oldest">
          <Oldest oldest={oldest} />
          {late > 0 ? (
            <span className="queue-late">
              <span aria-hidden="true">▲ </span>
              <Words k="office.work.late" facts={{ files: late }} />
            </span>
          ) : null}
        </span>
        {digit <= 9 ? <kbd>{digit}</kbd> : null}
      </button>
    </li>
  );
}

function Oldest({ oldest }: { readonly oldest: string | null }) {
  const { language } = useSpeech();
  if (oldest === null) return null;
  return (
    <span>
      <Words k="office.work.oldest" facts={{ wait: formatDays(language, daysSince(oldest)) }} />
    </span>
  );
}

function daysSince(instant: string): number {
  const today = casablancaDateTime(Temporal.Now.instant()).toPlainDate();
  return Math.max(0, casablancaDateTime(Temporal.Instant.from(instant)).toPlainDate().until(today, { largestUnit: 'day' }).days);
}
