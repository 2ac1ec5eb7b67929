import type { QuestionOutput } from '../client/contract.ts';
import { Words } from '../client/words.tsx';

export type Difference = QuestionOutput<'verifications.differences-of-request'>['differences'][number];
type Line = Difference['lines'][number];
type Span = Line['declared'][number];

/** The two sides of a difference, one above the other in each script, what parts marked by a line under it and by its colour. */
export function MarkedLines({ difference }: { readonly difference: Difference }) {
  return difference.lines.map((line) => (
    <dl key={line.script ?? 'value'} className="sides">
      <dt>
        <Words k="office.verification.declared" />
      </dt>
      <dd {...inScript(line)}>
        <Side difference={difference} spans={line.declared} value={difference.declared} />
      </dd>
      <dt>
        <Words k={`verifications.partner.${difference.partner}`} />
      </dt>
      <dd {...inScript(line)}>
        <Side difference={difference} spans={line.answered} value={difference.answered} isHeld />
      </dd>
    </dl>
  ));
}

function inScript({ script }: Line): { readonly lang?: string; readonly dir?: string } {
  return script === null ? {} : { lang: script, dir: script === 'ar' ? 'rtl' : 'ltr' };
}

type SideProps = {
  readonly difference: Difference;
  readonly spans: readonly Span[];
  readonly value: string;
  readonly isHeld?: boolean;
};

/** Words of ours are said in the agent's language; names and days stand as they are written. */
function Side({ difference, spans, value, isHeld = false }: SideProps) {
  const { field, cover } = difference;
  if (field === 'cover') return isHeld && cover ? <CoverHeld cover={cover} /> : <Words k="office.verification.value.no-cover" />;
  if (field === 'card' && isHeld) return <Words k="office.verification.value.unknown-card" />;
  if (field === 'sex' || field === 'vital_status')
    return (
      <mark className="apart">
        <Words k={`office.verification.value.${value}`} />
      </mark>
    );
  if (spans.length === 0) return <Words k="office.verification.value.nothing" />;
  return (
    <bdi dir={field === 'names' ? undefined : 'ltr'}>
      {spans.map(({ text, apart }, place) =>
        apart ? (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a name have no other name than their place
          <mark key={place} className="apart">
            {text}
          </mark>
        ) : (
          // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a name have no other name than their place
          <span key={place}>{text}</span>
        ),
      )}
    </bdi>
  );
}

function CoverHeld({ cover: { scheme, role, from, to } }: { readonly cover: NonNullable<Difference['cover']> }) {
  return (
    <mark className="apart">
      <Words k={`office.verification.cover.${scheme}`} /> · <Words k={`office.verification.cover.${role}`} /> ·{' '}
      <bdi dir="ltr">
        {from} – {to ?? '…'}
      </bdi>
    </mark>
  );
}
