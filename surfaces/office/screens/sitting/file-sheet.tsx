import { completedYears, toDate } from '#platform/dates';
import { formatNumber } from '#platform/i18n';
import { inFours } from '../../client/names.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { CommuneOf } from '../../components/naming.tsx';
import { Tag } from '../../components/tag.tsx';
import { ConditionBars } from './condition-bars.tsx';
import { FileFacts } from './file-facts.tsx';
import type { FileNow } from './room-now.ts';

type SheetProps = { readonly file: FileNow; readonly heldOn: string; readonly hidesNames: boolean };

/** All that a commission needs of one family, on one screen. */
export function FileSheet({ file, heldOn, hidesNames }: SheetProps) {
  return (
    <article className="sheet" aria-labelledby="who-is-decided">
      <Identity file={file} heldOn={heldOn} hidesNames={hidesNames && file.ruling === undefined} />
      <section className="sheet-score">
        <p className="sheet-proposal">
          <Words k="office.sitting.proposes" />{' '}
          <strong>
            <Words k={`eligibility.category.${file.proposal.replaceAll('_', '-')}`} />
          </strong>{' '}
          {file.isNearLimit ? (
            <Tag look="warning">
              <Words k="office.sitting.near-limit" />
            </Tag>
          ) : null}
        </p>
        <ConditionBars conditions={file.conditions} />
        <Weights weights={file.weights} />
        <p className="hint">
          <Words k="office.sitting.rule" facts={{ formula: file.formula ?? '' }} />
          {file.isIllustrative ? (
            <>
              {' · '}
              <Words k="office.sitting.illustrative" />
            </>
          ) : null}
        </p>
      </section>
      <FileFacts file={file} heldOn={heldOn} />
    </article>
  );
}

function Identity({ file, heldOn, hidesNames }: SheetProps) {
  const text = useText();
  const { names, number, birthDate, sex, maritalStatus, persons, children, milieu, territory, position } = file;
  const situation = [
    ...(sex === undefined ? [] : [text(`applications.form.choice.sex.${sex}`)]),
    ...(maritalStatus === undefined ? [] : [text(`applications.form.choice.marital_status.${maritalStatus}`)]),
  ];
  return (
    <header className="sheet-identity">
      <h2 id="who-is-decided">
        <span className="sheet-position">
          <bdi>{position}</bdi>
        </span>
        {hidesNames ? <Words k="office.sitting.name-hidden" /> : <BothNames names={names} />}
      </h2>
      <p>
        <bdi dir="ltr" className="sheet-number">
          {inFours(number)}
        </bdi>
        <span>
          <Words k="office.sitting.age" facts={{ years: completedYears(toDate(birthDate), toDate(heldOn)) }} /> ·{' '}
          {situation.join(' · ')}
        </span>
        <span>
          <Words k="office.sitting.persons" facts={{ persons }} /> · <Words k="office.sitting.children" facts={{ children }} />
        </span>
        <span>
          <Words k={`office.sitting.milieu.${milieu}`} /> · <CommuneOf code={territory} />
        </span>
      </p>
    </header>
  );
}

/** In both scripts, that of the reader first. */
function BothNames({ names }: Pick<FileNow, 'names'>) {
  const { language } = useSpeech();
  const { fr, ar } = names;
  const latin = fr ? (
    <bdi key="fr" lang="fr" dir="ltr">
      {fr.given} {fr.family}
    </bdi>
  ) : null;
  const arabic = ar ? (
    <bdi key="ar" lang="ar" dir="rtl">
      {ar.given} {ar.family}
    </bdi>
  ) : null;
  return language === 'ar' ? [arabic, latin] : [latin, arabic];
}

/** The six answers that weigh most, each with its points as a bar. */
function Weights({ weights }: { readonly weights: FileNow['weights'] }) {
  const { language } = useSpeech();
  const most = Math.max(1, ...weights.map(({ points }) => Math.abs(points)));
  return (
    <ul className="sheet-weights">
      {weights.map(({ key, points }) => (
        <li key={key}>
          <span>
            <Words k={`eligibility.factor.${key.replaceAll('_', '-')}`} />
          </span>
          <span
            className="weight-bar"
            style={{ inlineSize: `${(Math.abs(points) / most) * 4}em` }}
            data-sign={points < 0 ? 'for' : 'against'}
          />
          <bdi dir="ltr">{formatNumber(language, points)}</bdi>
        </li>
      ))}
    </ul>
  );
}
