import { formatDayOf } from '../client/moments.ts';
import { useAnswer } from '../client/office-context.tsx';
import { useSpeech, Words } from '../client/words.tsx';

/** Of a file that the agency sent back instead of registering it: since when, why, and where to correct it. Silent of any other. */
export function SentBack({ application }: { readonly application: string }) {
  const { language } = useSpeech();
  const asked = useAnswer('entitlements.rejections-of-request', { application });
  const last = asked.state === 'ready' ? asked.data.rejections[0] : undefined;
  if (last === undefined) return null;
  return (
    <div className="asked-for">
      <p>
        <Words k="office.registration.sent-back" facts={{ day: formatDayOf(language, last.at) }} />{' '}
        <strong>
          <Words k={`entitlements.rejection.${last.code}`} />
        </strong>{' '}
        {last.place === '' ? null : <bdi dir="ltr">{last.place}</bdi>}
      </p>
      {last.note === null ? null : (
        <p>
          <bdi>{last.note}</bdi>
        </p>
      )}
    </div>
  );
}
