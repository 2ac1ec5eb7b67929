import { Link, useLocation } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useInScript, useText, Words } from '../../client/words.tsx';
import { NameOf, NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import { useRows } from '../../components/use-rows.ts';
import { SealedText } from '../minutes/minutes.tsx';
import { Prints } from '../minutes/prints.tsx';
import { isTold } from '../sittings/sitting-view.ts';
import { ClockTag } from './clock-tag.tsx';
import { HearingAgenda } from './hearing-agenda.tsx';
import { Attendance, Movements } from './hearing-room.tsx';
import { Ruled } from './ruled.tsx';
import { Sealing } from './sealing.tsx';

export type Found = NonNullable<QuestionOutput<'commissions.hearing'>['hearing']>;
export type StageProps = { readonly found: Found; readonly onDone: () => void };

/** One sitting of the provincial commission: what it hears, who sits, what it has ruled, and its sealing. */
export function Hearing({ id }: { readonly id: string }) {
  const asked = useAnswer('commissions.hearing', { sitting: id });
  const again = asked.state === 'ready' ? asked.again : () => undefined;
  return (
    <Shown
      asked={asked}
      isEmpty={({ hearing }) => hearing === undefined}
      empty={
        <Empty>
          <Words k="commissions.refusal.sitting-not-found" />
        </Empty>
      }
    >
      {({ hearing }) => (hearing === undefined ? null : <Whole found={hearing} onDone={again} />)}
    </Shown>
  );
}

function Whole({ found, onDone }: StageProps) {
  const { sitting, appeals } = found;
  const may = useMayDo('commissions:hear-appeals');
  return (
    <article className="appeal">
      <h2>
        <NumberOf number={sitting.number} /> · <Words k="office.appeals.held-on" facts={{ day: sitting.heldOn }} /> ·{' '}
        <Words k={`commissions.sitting.${sitting.state}`} />
      </h2>
      {sitting.state === 'convened' && may ? <HearingAgenda found={found} onDone={onDone} /> : null}
      {sitting.state === 'agenda_frozen' && may ? <Attendance found={found} onDone={onDone} /> : null}
      {sitting.state === 'open' ? <UnderWay found={found} /> : null}
      {appeals.length === 0 ? null : <Heard appeals={appeals} />}
      {sitting.state === 'convened' || sitting.state === 'agenda_frozen' ? (
        <Prints sitting={sitting.id} papers={['convocations']} />
      ) : null}
      {sitting.state === 'sealed' ? <Sealed found={found} /> : null}
      {sitting.state === 'open' && may ? (
        <>
          <Sealing found={found} onDone={onDone} />
          <Movements found={found} onDone={onDone} />
        </>
      ) : null}
    </article>
  );
}

function UnderWay({ found: { quorum, decided, appeals } }: { readonly found: Found }) {
  return (
    <p role="status">
      <Tag look={quorum.reached ? 'open' : 'refused'}>
        <Words k="office.appeals.quorum" facts={{ present: quorum.present, needed: quorum.needed }} />
      </Tag>{' '}
      · <Words k="office.appeals.decided" facts={{ decided, all: appeals.length }} />
    </p>
  );
}

/** The minutes with their digest and the signatures, as those of a local commission. */
function Sealed({ found: { sitting } }: Pick<StageProps, 'found'>) {
  const asked = useAnswer('commissions.sitting-in-full', { sitting: sitting.id });
  const again = asked.state === 'ready' ? asked.again : () => undefined;
  return (
    <Shown asked={asked}>
      {(told) => (isTold(told) ? <SealedText room={told} papers={['minutes', 'signatures']} again={again} /> : null)}
    </Shown>
  );
}

const columns = ['appeal', 'head', 'delay', 'ruling', 'out'] as const;

/** The appeals in their order, with what is ruled on each and who does not rule on it. */
function Heard({ appeals }: { readonly appeals: Found['appeals'] }) {
  const text = useText();
  const [, go] = useLocation();
  const rows = useRows((place) => go(`/appeals/queue/${appeals[place]?.appeal ?? ''}`));
  return (
    <Table {...rows.table} aria-label={text('office.appeals.heard')}>
      <TableHead words="office.appeals.column" columns={columns} />
      <tbody>
        {appeals.map((appeal) => (
          <HeardRow key={appeal.appeal} appeal={appeal} />
        ))}
      </tbody>
    </Table>
  );
}

function HeardRow({ appeal }: { readonly appeal: Found['appeals'][number] }) {
  const inScript = useInScript();
  const text = useText();
  const { ruling, recused, hasQuorum, isFirstHand } = appeal;
  return (
    <tr>
      <th scope="row">
        <Link href={`/appeals/queue/${appeal.appeal}`} data-row>
          <NumberOf number={appeal.number} />
        </Link>
      </th>
      <td>
        <NameOf names={appeal.names} />
      </td>
      <td>
        <ClockTag clock={appeal.clock} daysLeft={appeal.daysLeft} />
      </td>
      <td>
        {ruling === undefined ? (
          '–'
        ) : (
          <Tag look={ruling.outcome === 'adjourned' ? 'waiting' : 'open'}>
            <Ruled outcome={ruling.outcome} />
          </Tag>
        )}
      </td>
      <td>
        <bdi>
          {recused.map(({ nameFr, nameAr }) => inScript({ fr: nameFr, ar: nameAr })).join(text('office.sitting.and-so-on'))}
        </bdi>{' '}
        {isFirstHand ? <Words k="office.appeals.first-hand" /> : null}{' '}
        {ruling === undefined && !hasQuorum ? (
          <Tag look="warning">
            <Words k="office.appeals.no-quorum" />
          </Tag>
        ) : null}
      </td>
    </tr>
  );
}
