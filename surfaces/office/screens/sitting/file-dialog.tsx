import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { HistorySection } from '../file/sections/history.tsx';
import { PapersSection } from '../file/sections/papers.tsx';
import { ScoreSection } from '../file/sections/score.tsx';

const parts = { papers: PapersSection, score: ScoreSection, history: HistorySection } as const;
export type FilePart = keyof typeof parts;

type FileDialogProps = { readonly application: string; readonly section: FilePart; readonly onBack: () => void };

/** A part of the whole file over the sitting: papers, score, history. */
export function FileDialog({ application, section, onBack }: FileDialogProps) {
  const asked = useAnswer('applications.one-file', { application });
  const Part = parts[section];
  return (
    <Dialog title={<Words k={`office.file.section.${section}`} />} onClose={onBack} isWide>
      <Shown asked={asked}>
        {({ file }) =>
          file === undefined ? (
            <Empty>
              <Words k="applications.refusal.file-not-found" />
            </Empty>
          ) : (
            <Part file={file} again={() => undefined} />
          )
        }
      </Shown>
    </Dialog>
  );
}
