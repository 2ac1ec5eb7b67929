import { toDate } from '#platform/dates';
import type { QuestionOutput } from '../../../client/contract.ts';
import { useAnswer } from '../../../client/office-context.tsx';
import { Words } from '../../../client/words.tsx';
import { Empty, Shown } from '../../../components/states.tsx';
import { Tag, type TagLook } from '../../../components/tag.tsx';
import type { SectionProps } from '../file.tsx';

type Decision = NonNullable<QuestionOutput<'commissions.replay-decision'>['found']>['decisions'][number];
type Proof = Decision['proofs'][number];

/** For whoever audits: every decision on the file made again, and of each part whether it comes to what was kept. */
export function ProofSection({ file }: SectionProps) {
  const asked = useAnswer('commissions.replay-decision', { number: file.number });
  return (
    <>
      <p className="hint">
        <Words k="office.file.proof.hint" />
      </p>
      <Shown asked={asked} isEmpty={({ found }) => !found || found.decisions.length === 0} empty={<None number={file.number} />}>
        {({ found }) =>
          found?.decisions.map((one) => <Replayed key={`${one.sitting} ${one.appeal ?? ''}`} decision={one} />) ?? null
        }
      </Shown>
    </>
  );
}

function None({ number }: { readonly number: string }) {
  return (
    <Empty>
      <Words k="commissions.replay.none" facts={{ number }} />
    </Empty>
  );
}

function Replayed({ decision }: { readonly decision: Decision }) {
  const { kind, sitting, heldOn, appeal = '', isProven, proofs } = decision;
  const counted = (verdict: Proof['verdict']) => proofs.filter((proof) => proof.verdict === verdict).length;
  const counts = { equal: counted('equal'), different: counted('different'), unknown: counted('unknown') };
  return (
    <section className="proofs">
      <h2>
        <Words k={`commissions.replay.title-${kind}`} facts={{ sitting, appeal, day: toDate(heldOn) }} />
      </h2>
      <p>
        <Tag look={isProven ? 'open' : 'refused'}>
          <Words k={`commissions.replay.${isProven ? 'proven' : 'not-proven'}`} />
        </Tag>{' '}
        <Words k="commissions.replay.counts" facts={counts} />
      </p>
      <ul className="paper-list">
        {proofs.map((proof) => (
          <OneProof key={proof.proof} proof={proof} />
        ))}
      </ul>
    </section>
  );
}

const looks = { equal: 'open', different: 'refused', unknown: 'waiting' } as const satisfies Record<Proof['verdict'], TagLook>;

/** What is equal says so with its value; of what is not, both sides and the places where they part. */
function OneProof({ proof: { proof, verdict, kept, remade, note, apart } }: { readonly proof: Proof }) {
  return (
    <li>
      <strong>
        <Words k={`commissions.proof.${proof}`} />
      </strong>
      <Tag look={looks[verdict]}>
        <Words k={`commissions.proof-verdict.${verdict}`} />
      </Tag>
      {note === undefined ? null : (
        <span className="hint">
          <Words k={`commissions.proof-note.${note}`} />
        </span>
      )}
      {verdict === 'equal' ? <Value text={kept} /> : <Sides kept={kept} remade={remade} apart={apart} />}
    </li>
  );
}

function Sides({ kept, remade, apart }: Pick<Proof, 'kept' | 'remade' | 'apart'>) {
  return (
    <dl className="sides">
      <dt>
        <Words k="commissions.replay.kept" />
      </dt>
      <dd>
        <Value text={kept} isWhole />
      </dd>
      <dt>
        <Words k="commissions.replay.remade" />
      </dt>
      <dd>
        <Value text={remade} isWhole />
      </dd>
      {apart.map(({ place, kept: was, remade: is }) => (
        <dd key={place} className="apart">
          <code dir="ltr">
            {place}: {was ?? '—'} → {is ?? '—'}
          </code>
        </dd>
      ))}
    </dl>
  );
}

/** As much of a value as tells two digests apart. */
const TELLING = 40;

function Value({ text, isWhole = false }: { readonly text: string | null; readonly isWhole?: boolean }) {
  if (text === null) return <>—</>;
  return <code dir="ltr">{isWhole || text.length <= TELLING ? text : `${text.slice(0, TELLING)}…`}</code>;
}
