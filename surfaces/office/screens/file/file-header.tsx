import { useState } from 'react';
import { Link } from 'wouter';
import { neighboursOf } from '../../client/file-list.ts';
import { formatDayOf } from '../../client/moments.ts';
import { inFours } from '../../client/names.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Tag, type TagLook } from '../../components/tag.tsx';
import type { FileView } from './file-view.ts';
import { ForCitizen } from './for-citizen.tsx';

/** A state by its shape: whose turn it is decides. */
const looks: Readonly<Record<string, TagLook>> = {
  filed: 'todo',
  incomplete: 'waiting',
  checking: 'waiting',
  discordant: 'warning',
  held: 'warning',
  registered: 'open',
  closed: 'refused',
};

/** Who it is about in both scripts, its number, where it stands since when: always in sight. */
export function FileHeader({ file }: { readonly file: FileView }) {
  const { language } = useSpeech();
  const [isForCitizen, setForCitizen] = useState(false);
  const seesFamily = useMayDo('entitlements:see-family');
  const { names, number, state, since } = file;
  return (
    <header className="file-header">
      <h1>
        {names.fr ? (
          <bdi lang="fr" dir="ltr">
            {names.fr.given} {names.fr.family}
          </bdi>
        ) : null}
        {names.ar ? (
          <bdi lang="ar" dir="rtl">
            {names.ar.given} {names.ar.family}
          </bdi>
        ) : null}
      </h1>
      <bdi className="file-number" dir="ltr">
        {inFours(number)}
      </bdi>
      <Tag look={looks[state] ?? 'waiting'}>
        <Words k={`office.file.state.${state}`} />
      </Tag>
      <span className="hint">
        <Words k="office.file.since" facts={{ day: formatDayOf(language, since) }} />
      </span>
      <span className="file-turns">
        <Neighbours id={file.id} />
        {seesFamily && state === 'registered' ? (
          <Link className="button" href={`/families?request=${file.id}`}>
            <Words k="office.file.family" />
          </Link>
        ) : null}
        <Button onPress={() => setForCitizen(true)}>
          <Words k="office.file.for-citizen" />
        </Button>
      </span>
      {isForCitizen ? <ForCitizen file={file} onClose={() => setForCitizen(false)} /> : null}
    </header>
  );
}

function Neighbours({ id }: { readonly id: string }) {
  const text = useText();
  const { previous, next, place, of } = neighboursOf(id);
  if (place === 0) return null;
  return (
    <>
      {previous === undefined ? null : (
        <Link href={`/file/${previous}`} aria-label={text('office.file.previous')}>
          <kbd>[</kbd>
        </Link>
      )}
      <span className="hint">
        <Words k="office.file.place" facts={{ place, of }} />
      </span>
      {next === undefined ? null : (
        <Link href={`/file/${next}`} aria-label={text('office.file.next')}>
          <kbd>]</kbd>
        </Link>
      )}
    </>
  );
}
