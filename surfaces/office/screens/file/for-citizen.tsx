import { inFours } from '../../client/names.ts';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import type { FileView } from './file-view.ts';

/** What the family is shown over the counter, in large letters: its number, where its request stands, what comes next. Nothing of the staff's. */
export function ForCitizen({ file: { number, state }, onClose }: { readonly file: FileView; readonly onClose: () => void }) {
  return (
    <Dialog title={<Words k="office.file.for-citizen-title" />} onClose={onClose} isWide>
      <div className="for-citizen">
        <p className="file-number">
          <bdi dir="ltr">{inFours(number)}</bdi>
        </p>
        <p>
          <Words k={`office.file.citizen.${state}`} />
        </p>
        <Button onPress={onClose}>
          <Words k="office.file.close" />
        </Button>
      </div>
    </Dialog>
  );
}
