import { Link } from 'wouter';
import { formatDayOf } from '../../client/moments.ts';
import { inFours } from '../../client/names.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import type { FileView } from './file-view.ts';

/** Of a family that asked for its rights again since: when, and the way to that request, whose receipt it holds as well. */
export function NewerRequest({ file }: { readonly file: FileView }) {
  const { language } = useSpeech();
  const mayHaveOne = file.state === 'registered' || (file.state === 'closed' && file.kind === 'renewal');
  const mayAsk = useMayDo('entitlements:see-family') && mayHaveOne;
  const asked = useAnswer('entitlements.newer-request', mayAsk ? { application: file.id } : undefined);
  const newer = asked.state === 'ready' ? asked.data.newer : undefined;
  if (newer === undefined) return null;
  return (
    <div className="asked-for">
      <p>
        <Words k="office.file.newer" facts={{ day: formatDayOf(language, `${newer.askedOn}T12:00:00Z`) }} />{' '}
        <Link href={`/file/${newer.application}`}>
          <Words k="office.file.newer-see" facts={{ number: inFours(newer.number) }} />
        </Link>
      </p>
    </div>
  );
}
