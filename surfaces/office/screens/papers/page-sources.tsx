import { type DragEvent, useRef, useState } from 'react';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Camera } from './camera.tsx';
import { useScannerFolder } from './scanner-folder.ts';

/** Where images come from: files, the scanner's folder, the camera, or dropped here. */
export function PageSources({ onFiles }: { readonly onFiles: (files: readonly Blob[]) => void }) {
  const input = useRef<HTMLInputElement>(null);
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
        <Button onPress={() => input.current?.click()}>
          <Words k="office.papers.from-files" />
        </Button>
        <input
          ref={input}
          hidden
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
