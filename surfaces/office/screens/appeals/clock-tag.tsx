import { Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';

const looks = { normal: 'waiting', warning: 'warning', late: 'refused' } as const;

/** How long is left for an answer, or since when it is late: by shape, colour and words. */
export function ClockTag({ clock, daysLeft }: { readonly clock: keyof typeof looks; readonly daysLeft: number }) {
  return (
    <Tag look={looks[clock]}>
      {daysLeft >= 0 ? (
        <Words k="office.appeals.days-left" facts={{ days: daysLeft }} />
      ) : (
        <Words k="office.appeals.days-over" facts={{ days: -daysLeft }} />
      )}
    </Tag>
  );
}
