import { formatDayOf, formatMoment } from '../../../client/moments.ts';
import { useAnswer } from '../../../client/office-context.tsx';
import { useSpeech, Words } from '../../../client/words.tsx';
import { Empty, Shown } from '../../../components/states.tsx';
import { Tag } from '../../../components/tag.tsx';
import { DifferenceCard } from '../../verification/difference-card.tsx';
import type { SectionProps } from '../file.tsx';

const looks = { asked: 'waiting', answered: 'open', silent: 'warning' } as const;

/** What each register answered and when, the day its data stood at, and where it parts from what was declared. */
export function ChecksSection({ file }: SectionProps) {
  const { language } = useSpeech();
  const checks = useAnswer('verifications.checks-of-request', { application: file.id });
  const parted = useAnswer('verifications.differences-of-request', { application: file.id });
  return (
    <>
      <Shown asked={checks} isEmpty={({ checks: all }) => all.length === 0} empty={<NotAsked />}>
        {({ checks: all }) => (
          <ul className="sources">
            {all.map(({ partner, state, asked_at, answered_at, source_date }) => (
              <li key={partner}>
                <Tag look={looks[state]}>
                  <Words k={`verifications.partner.${partner}`} />
                </Tag>{' '}
                <Words k={`verifications.check.${state}`} /> · {formatMoment(language, Date.parse(answered_at ?? asked_at))}
                {source_date === null ? null : (
                  <>
                    {' '}
                    · <Words k="office.verification.source-day" facts={{ day: formatDayOf(language, source_date) }} />
                  </>
                )}
              </li>
            ))}
          </ul>
        )}
      </Shown>
      <Shown asked={parted} isEmpty={({ differences }) => differences.length === 0} empty={<NoDifference />}>
        {({ differences }) => (
          <ul className="differences">
            {differences.map((difference) => (
              <DifferenceCard
                key={`${difference.partner} ${difference.ref} ${difference.field} ${difference.answered}`}
                difference={difference}
              />
            ))}
          </ul>
        )}
      </Shown>
    </>
  );
}

function NotAsked() {
  return (
    <p>
      <Words k="office.file.not-asked" />
    </p>
  );
}

function NoDifference() {
  return (
    <Empty>
      <Words k="office.file.no-difference" />
    </Empty>
  );
}
