import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '../../client/shortcuts.tsx';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';

type CameraProps = { readonly onPhoto: (photo: Blob) => void; readonly onClose: () => void };

/** The camera of this computer: Enter takes a photograph. One that is refused or absent says so, and files can be chosen all the same. */
export function Camera({ onPhoto, onClose }: CameraProps) {
  const { video, isRefused } = useCamera();
  const snap = async () => {
    const shown = video.current;
    if (shown === null || shown.videoWidth === 0) return;
    const canvas = new OffscreenCanvas(shown.videoWidth, shown.videoHeight);
    canvas.getContext('2d')?.drawImage(shown, 0, 0);
    onPhoto(await canvas.convertToBlob({ type: 'image/jpeg', quality: 0.95 }));
  };
  useShortcut('list-open', () => void snap(), !isRefused);
  if (isRefused)
    return (
      <p className="fault" role="alert">
        <Words k="office.papers.camera-refused" />
      </p>
    );
  return (
    <div className="camera">
      <video ref={video} autoPlay playsInline muted />
      <div className="buttons">
        <Button look="primary" keys="⏎" onPress={() => void snap()}>
          <Words k="office.papers.snap" />
        </Button>
        <Button onPress={onClose}>
          <Words k="office.papers.stop-camera" />
        </Button>
      </div>
    </div>
  );
}

/** Holds the camera while it is shown, and lets go of it. */
function useCamera() {
  const video = useRef<HTMLVideoElement>(null);
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    let stream: MediaStream | undefined;
    let isOver = false;
    const begin = async () => {
      try {
        const wanted = { facingMode: 'environment', width: { ideal: 2_592 }, height: { ideal: 1_944 } };
        stream = await navigator.mediaDevices.getUserMedia({ video: wanted });
        if (isOver) end();
        else if (video.current) video.current.srcObject = stream;
      } catch {
        setRefused(true);
      }
    };
    const end = () => stream?.getTracks().forEach((track) => void track.stop());
    void begin();
    return () => {
      isOver = true;
      end();
    };
  }, []);
  return { video, isRefused };
}
