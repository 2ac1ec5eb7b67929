import { type FormEvent, useRef, useState } from 'react';
import { credentialDetails } from '#modules/cards';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { FileChoice } from '../../components/file-choice.tsx';
import { useText, Words } from '../words.tsx';
import { textsIn } from './code-reader.ts';
import { type CameraState, useCamera } from './use-camera.ts';
import type { Said } from './use-codes.ts';
import { useReader } from './use-reader.ts';

type ScanProps = {
  readonly said: Said | undefined;
  readonly onText: (text: string) => Promise<void>;
  readonly onClose: () => void;
};

/** A code before the camera, on a picture, from a reader or as a number typed by hand: whichever is at hand. */
export function ScanDialog({ said, onText, onClose }: ScanProps) {
  const video = useRef<HTMLVideoElement>(null);
  const camera = useCamera(video, (text) => void onText(text));
  useReader(onText);
  const hasPicture = camera === 'looking' || camera === 'slow';
  return (
    <Dialog title={<Words k="office.codes.title" />} onClose={onClose} isWide>
      <div className="scan">
        <div className="scan-view" data-camera={camera}>
          <video ref={video} playsInline muted hidden={!hasPicture} />
          <CameraWords camera={camera} />
        </div>
        <div className="scan-side">
          <SaidWords said={said} />
          <ByHand onText={onText} />
          <FromPicture onText={onText} />
        </div>
      </div>
      <div className="buttons">
        <Button onPress={onClose} keys="Esc">
          <Words k="office.codes.close" />
        </Button>
      </div>
    </Dialog>
  );
}

function CameraWords({ camera }: { readonly camera: CameraState }) {
  return (
    <p className="scan-camera" role="status">
      <Words k={`office.codes.camera.${camera}`} />
    </p>
  );
}

/** What was read, in words, and what to do next. */
function SaidWords({ said }: { readonly said: Said | undefined }) {
  return (
    <div className="scan-said" role="status">
      {said === undefined ? <Words k="office.codes.hint" /> : <OneSaid said={said} />}
    </div>
  );
}

function OneSaid({ said }: { readonly said: Said }) {
  const text = useText();
  if (said.kind === 'part') {
    const [{ of } = { of: 0 }] = said.parts;
    const facts = { read: said.parts.length, of, missing: said.missing.join(text('office.codes.and')) };
    return <Words k={said.isOther ? 'office.codes.is.part-of-other' : 'office.codes.is.part'} facts={facts} />;
  }
  if (said.kind !== 'card') return <Words k={`office.codes.is.${said.kind}`} />;
  return (
    <>
      <p>
        <Words k={`office.codes.is.card.${said.standing}`} />
      </p>
      <dl className="scan-card">
        {credentialDetails(said.claims).map(({ label, value }) => (
          <div key={label.key}>
            <dt>
              <Words k={label.key} />
            </dt>
            <dd>{typeof value === 'string' ? <bdi>{value}</bdi> : <Words k={value.key} facts={value.facts ?? {}} />}</dd>
          </div>
        ))}
      </dl>
    </>
  );
}

function ByHand({ onText }: Pick<ScanProps, 'onText'>) {
  const [typed, setTyped] = useState('');
  const open = (event?: FormEvent) => {
    event?.preventDefault();
    if (typed.trim() !== '') void onText(typed);
  };
  return (
    <form className="scan-hand" onSubmit={open}>
      <Field
        label={<Words k="office.codes.number" />}
        hint={<Words k="office.codes.number-hint" />}
        value={typed}
        onChange={setTyped}
        input={{ dir: 'ltr', autoComplete: 'off', spellCheck: false, autoFocus: true }}
      />
      <Button onPress={() => open()} keys="⏎">
        <Words k="office.codes.open" />
      </Button>
      <button type="submit" hidden />
    </form>
  );
}

function FromPicture({ onText }: Pick<ScanProps, 'onText'>) {
  const [state, setState] = useState<'reading' | 'nothing'>();
  const read = async (file: File | undefined) => {
    if (file === undefined) return;
    setState('reading');
    const texts = await textsIn(file);
    setState(texts.length === 0 ? 'nothing' : undefined);
    for (const text of texts) await onText(text);
  };
  return (
    <div className="field">
      <label id="scan-picture-label" htmlFor="scan-picture">
        <Words k="office.codes.picture" />
      </label>
      <FileChoice id="scan-picture" accept="image/*" onFile={(file) => void read(file)} />
      <p className="hint" role="status">
        {state === undefined ? null : <Words k={`office.codes.picture.${state}`} />}
      </p>
    </div>
  );
}
