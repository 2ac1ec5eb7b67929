import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { Tag } from '../../components/tag.tsx';
import { daysOld } from './days-old.ts';
import type { FileNow } from './room-now.ts';

const looks = { asked: 'waiting', answered: 'open', silent: 'warning' } as const;

type FactsProps = { readonly file: FileNow; readonly heldOn: string };

/** What the registers answered and when, what strikes, the papers, and everything that was said before. */
export function FileFacts({ file, heldOn }: FactsProps) {
  return (
    <section className="sheet-facts">
      <ul className="sheet-chips">
        {file.checks.map(({ partner, state, answeredAt }) => (
          <li key={partner}>
            <Tag look={looks[state]}>
              <Words k={`verifications.partner.${partner}`} /> <Words k={`office.sitting.check.${state}`} />{' '}
              {answeredAt ? <Words k="office.sitting.days-ago" facts={{ days: daysOld(answeredAt, heldOn) }} /> : null}
            </Tag>
          </li>
        ))}
        <li>
          <Tag look={file.papers.present < file.papers.needed ? 'warning' : 'open'}>
            <Words k="office.sitting.papers" facts={file.papers} />
          </Tag>
        </li>
        {file.alerts.map(({ kind, count = 1 }) => (
          <li key={kind}>
            <Tag look="warning">
              <Words k={`office.sitting.alert.${kind}`} facts={{ count }} />
            </Tag>
          </li>
        ))}
      </ul>
      <Said file={file} />
    </section>
  );
}

/** What was decided before, what was asked and answered, what absent institutions wrote. */
function Said({ file: { before, enquiry, writtenOpinions } }: Pick<FactsProps, 'file'>) {
  const text = useText();
  const found = (points: NonNullable<typeof enquiry>['findings']['points']) =>
    points.map(({ point, found: code, words = '' }) =>
      [`${text(`commissions.point.${point}`)} : ${text(`commissions.finding.${code}`)}`, words].filter(Boolean).join(', '),
    );
  return (
    <dl className="sheet-said">
      {before === undefined ? null : (
        <Line name={text(`office.sitting.before.${before.kind}`)} on={before.on}>
          {[text(`commissions.${before.kind === 'returned' ? 'return-reason' : 'reason'}.${before.reason}`), before.words ?? '']
            .filter(Boolean)
            .join(' · ')}
        </Line>
      )}
      {enquiry === undefined ? null : (
        <Line name={text('office.sitting.enquiry')} on={enquiry.answeredAt}>
          {`${enquiry.question} → ${[...found(enquiry.findings.points), enquiry.words ?? ''].filter(Boolean).join(' · ')}`}
        </Line>
      )}
      {writtenOpinions.map(({ institution, outcome, words }) => (
        <Line
          key={institution}
          name={text('office.sitting.written', { institution: text(`commissions.institution.${institution}`) })}
        >
          {[text(`commissions.outcome.${outcome}`), words].filter(Boolean).join(' · ')}
        </Line>
      ))}
    </dl>
  );
}

type LineProps = { readonly name: string; readonly on?: string; readonly children: string };

function Line({ name, on, children }: LineProps) {
  const { language } = useSpeech();
  return (
    <div>
      <dt>
        {name}
        {on === undefined ? null : <> {formatDate(language, toDate(on.slice(0, 10)), 'short')}</>}
      </dt>
      <dd dir="auto">{children}</dd>
    </div>
  );
}
