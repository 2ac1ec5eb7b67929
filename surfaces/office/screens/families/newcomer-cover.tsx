import { toDate } from '#platform/dates';
import { formatDayOf } from '../../client/moments.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import type { Family } from './family-view.tsx';

type Cover = NonNullable<Family['events'][number]['cover']>;

/** What the insurers told about whoever comes into a family: before somebody decides, and for whoever reads it later. */
export function NewcomerCover({ cover: { state, askedAt, answeredAt, covers } }: { readonly cover: Cover }) {
  const { language } = useSpeech();
  const text = useText();
  return (
    <div className={state === 'clear' ? 'hint' : 'kept'}>
      <Words k={`office.families.cover.${state}`} facts={{ day: formatDayOf(language, answeredAt ?? askedAt) }} />
      {covers.length === 0 ? null : (
        <ul>
          {covers.map(({ scheme, role, from }) => (
            <li key={`${scheme} ${from}`}>
              <Words
                k="office.families.cover.one"
                facts={{
                  scheme: text(`office.double-cover.scheme.${scheme}`),
                  role: text(`coverage.held-as.${role}`),
                  from: toDate(from),
                }}
              />
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
