import { type DragEvent, useId, useState } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Camera } from './camera.tsx';
import { useScannerFolder } from './scanner-folder.ts';

/** Where images come from: files, the scanner's folder, the camera, or dropped here. */
export function PageSources({ onFiles }: { readonly onFiles: (files: readonly Blob[]) => void }) {
  const id = useId();
  const [isCamera, setCamera] = useState(false);
  const folder = useScannerFolder(onFiles);
  const drop = (event: DragEvent) => {
    event.preventDefault();
    onFiles([...event.dataTransfer.files]);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: what is dropped can be chosen as well
    <div className="sources-of-pages" onDrop={drop} onDragOver={(event) => event.preventDefault()}>
      <p className="hint">
        <Words k="office.papers.explained" />
      </p>
      <div className="buttons">
        <label className="button" htmlFor={id}>
          <Words k="office.papers.from-files" />
        </label>
        <input
          id={id}
          className="file-input"
          type="file"
          multiple
          accept="image/*,application/pdf"
          onChange={(change) => {
            onFiles([...(change.target.files ?? [])]);
            change.target.value = '';
          }}
        />
        {folder.isOffered ? (
          <Button onPress={() => void folder.choose()}>
            <Words k={folder.isWatched ? 'office.papers.folder-watched' : 'office.papers.from-folder'} />
          </Button>
        ) : null}
        <Button onPress={() => setCamera(!isCamera)}>
          <Words k="office.papers.from-camera" />
        </Button>
      </div>
      {isCamera ? <Camera onPhoto={(photo) => onFiles([photo])} onClose={() => setCamera(false)} /> : null}
    </div>
  );
}
