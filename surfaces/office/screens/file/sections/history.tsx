import { neededKinds } from '#modules/applications';
import { formatMoment } from '../../../client/moments.ts';
import { useAnswer, useMayDo } from '../../../client/office-context.tsx';
import { useInScript, useSpeech, useText, Words } from '../../../client/words.tsx';
import { Empty, Shown } from '../../../components/states.tsx';
import { settlingReasons } from '../../verification/reason-fields.tsx';
import { answerRows } from '../answer-rows.ts';
import type { SectionProps } from '../file.tsx';
import { Said } from '../said.tsx';

/** Where the file has been, what was corrected and why, and who looked at it. */
export function HistorySection(props: SectionProps) {
  return (
    <>
      <Journey {...props} />
      <Versions {...props} />
      <Readers {...props} />
    </>
  );
}

function Journey({ file }: SectionProps) {
  const { language } = useSpeech();
  return (
    <section>
      <h2>
        <Words k="office.file.journey" />
      </h2>
      <ol className="journey">
        {file.passages.map(({ to, at, reason }) => (
          <li key={`${at} ${to}`}>
            <time dateTime={at}>{formatMoment(language, Date.parse(at))}</time>
            <strong>
              <Words k={`office.file.state.${to}`} />
            </strong>
            {reason === null ? null : <Reason reason={reason} />}
          </li>
        ))}
      </ol>
    </section>
  );
}

/** Reasons that are papers or words of a table are said; codes of others are theirs. */
function Reason({ reason }: { readonly reason: string }) {
  const text = useText();
  const said = reason.split(',').flatMap((one) => {
    if (neededKinds.some((kind) => kind === one)) return [text(`applications.paper.${one}`)];
    return settlingReasons.some((known) => known === one) ? [text(`verifications.settled-by.${one}`)] : [];
  });
  return said.length === 0 ? null : <bdi className="hint">{said.join(', ')}</bdi>;
}

function Versions({ file }: SectionProps) {
  const { language } = useSpeech();
  const asked = useAnswer('applications.versions-of-request', { application: file.id });
  const rows = new Map(answerRows(file).map((row) => [row.place, row]));
  return (
    <section>
      <h2>
        <Words k="office.file.versions" />
      </h2>
      <Shown asked={asked} isEmpty={({ versions }) => versions.length < 2} empty={<Never k="office.file.never-corrected" />}>
        {({ versions }) => (
          <ol className="journey">
            {versions.slice(1).map(({ version, at, reason, changes }) => (
              <li key={version}>
                <time dateTime={at}>{formatMoment(language, Date.parse(at))}</time>
                <bdi>{reason}</bdi>
                <ul className="plain">
                  {changes.map(({ place, from, to }) => {
                    const row = rows.get(place);
                    return (
                      <li key={place}>
                        {row ? <Words k={row.label} /> : <bdi dir="ltr">{place}</bdi>}:{' '}
                        <s>
                          <Said row={{ kind: 'text', ...row, value: from }} />
                        </s>{' '}
                        <Said row={{ kind: 'text', ...row, value: to }} />
                      </li>
                    );
                  })}
                </ul>
              </li>
            ))}
          </ol>
        )}
      </Shown>
    </section>
  );
}

function Readers({ file }: SectionProps) {
  const { language } = useSpeech();
  const inScript = useInScript();
  const may = useMayDo('staff:see-readers');
  const asked = useAnswer('staff.readers-of-file', may ? { application: file.id } : undefined);
  if (!may) return null;
  return (
    <section>
      <h2>
        <Words k="office.file.readers" />
      </h2>
      <Shown asked={asked} isEmpty={({ lines }) => lines.length === 0} empty={<Never k="office.file.nobody-looked" />}>
        {({ lines }) => (
          <ul className="journey">
            {lines.map(({ at, who }) => (
              <li key={`${at} ${who.actor}`}>
                <time dateTime={at}>{formatMoment(language, Date.parse(at))}</time>
                <bdi>{inScript({ fr: who.nameFr ?? who.actor, ar: who.nameAr ?? who.actor })}</bdi>
              </li>
            ))}
          </ul>
        )}
      </Shown>
    </section>
  );
}

function Never({ k }: { readonly k: string }) {
  return (
    <Empty>
      <Words k={k} />
    </Empty>
  );
}
