import { formatDayOf, formatMoment } from '../../client/moments.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Shown } from '../../components/states.tsx';
import { Tag } from '../../components/tag.tsx';

/** How fresh each register is: its last answer, the day its data stood at, or since when it is silent. */
export function SourcesStrip() {
  const asked = useAnswer('verifications.sources', {});
  const { language } = useSpeech();
  return (
    <Shown asked={asked}>
      {({ sources }) => (
        <ul className="sources">
          {sources.map(({ partner, lastAnswerAt, sourceDate, silentSince }) => (
            <li key={partner}>
              <Tag look={silentSince !== null ? 'warning' : lastAnswerAt === null ? 'waiting' : 'open'}>
                <Words k={`verifications.partner.${partner}`} />
              </Tag>{' '}
              {silentSince !== null ? (
                <>
                  <Words k="office.verification.source.silent" facts={{ moment: momentIn(language, silentSince) }} />{' '}
                </>
              ) : null}
              {lastAnswerAt === null ? (
                <Words k="office.verification.source.never" />
              ) : (
                <Words
                  k="office.verification.source.answered"
                  facts={{ moment: momentIn(language, lastAnswerAt), day: formatDayOf(language, sourceDate ?? lastAnswerAt) }}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </Shown>
  );
}

function momentIn(language: Parameters<typeof formatMoment>[0], instant: string): string {
  return formatMoment(language, Date.parse(instant));
}
