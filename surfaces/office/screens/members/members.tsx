import { useState } from 'react';
import { useLocation } from 'wouter';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer, useMayDo, useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useInScript, useSpeech, useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import { CommuneSelect, useCommunes } from '../sittings/convene-dialog.tsx';
import { EndDialog } from './end-dialog.tsx';
import { SeatDialog } from './seat-dialog.tsx';

export type Mandate = QuestionOutput<'commissions.members-of-commission'>['members'][number];

/** Who represents whom in a commission: the province names them, with dates; nobody is erased. */
export function MembersScreen() {
  const [path, go] = useLocation();
  const { session } = useOffice();
  const communes = useCommunes();
  const [, named] = /^\/members\/([0-9.]+)/.exec(path) ?? [];
  const territory = named ?? communes[0]?.code ?? session.post.territory;
  const kind = territory === session.post.territory && communes.every(({ code }) => code !== territory) ? 'cpp' : 'cpl';
  return (
    <section className="members">
      <h1>
        <Words k="office.members.title" />
      </h1>
      <div className="filters">
        <CommuneSelect communes={communes} value={kind === 'cpl' ? territory : ''} onChange={(code) => go(`/members/${code}`)} />
        <Button onPress={() => go(`/members/${session.post.territory}`)} isDisabled={kind === 'cpp'}>
          <Words k="office.members.provincial" />
        </Button>
      </div>
      <OfCommission key={territory} commission={{ kind, territory }} />
    </section>
  );
}

export type Commission = { readonly kind: 'cpl' | 'cpp'; readonly territory: string };

function OfCommission({ commission }: { readonly commission: Commission }) {
  const asked = useAnswer('commissions.members-of-commission', { ...commission, later: true });
  const maySeat = useMayDo('commissions:seat-members');
  const [seats, setSeats] = useState(false);
  const [ending, setEnding] = useState<Mandate>();
  useShortcut('add-member', () => setSeats(true), maySeat);
  const again = () => (asked.state === 'loading' ? undefined : asked.again());
  return (
    <>
      {maySeat ? (
        <div className="buttons">
          <Button look="primary" keys="Alt A" onPress={() => setSeats(true)}>
            <Words k="office.members.seat-one" />
          </Button>
        </div>
      ) : null}
      <Shown asked={asked} isEmpty={({ members }) => members.length === 0} empty={<Nobody />}>
        {({ members, vacant }) => (
          <>
            <Vacant institutions={vacant} />
            <Mandates members={members} onEnd={maySeat ? setEnding : undefined} />
          </>
        )}
      </Shown>
      {seats ? <SeatDialog commission={commission} onClose={() => setSeats(false)} onDone={again} /> : null}
      {ending === undefined ? null : <EndDialog member={ending} onClose={() => setEnding(undefined)} onDone={again} />}
    </>
  );
}

type VacantProps = { readonly institutions: QuestionOutput<'commissions.members-of-commission'>['vacant'] };

/** Institutions that nobody represents today: its seat is to be filled before the quorum lacks it. */
function Vacant({ institutions }: VacantProps) {
  if (institutions.length === 0) return null;
  return (
    <p className="kept" role="status">
      <Words k="office.members.vacant" />{' '}
      {institutions.map((institution, at) => (
        <span key={institution}>
          {at === 0 ? null : ' · '}
          <strong>
            <Words k={`commissions.institution.${institution}`} />
          </strong>
        </span>
      ))}
    </p>
  );
}

function Nobody() {
  return (
    <Empty>
      <Words k="office.members.nobody" />
    </Empty>
  );
}

type MandatesProps = { readonly members: readonly Mandate[]; readonly onEnd: ((member: Mandate) => void) | undefined };

function Mandates({ members, onEnd }: MandatesProps) {
  return (
    <Table>
      <TableHead words="office.members.column" columns={['institution', 'name', 'seat', 'from', 'signs', 'end']} />
      <tbody>
        {members.map((member) => (
          <MandateRow key={member.id} member={member} onEnd={onEnd} />
        ))}
      </tbody>
    </Table>
  );
}

function MandateRow({ member, onEnd }: { readonly member: Mandate; readonly onEnd: MandatesProps['onEnd'] }) {
  const { language } = useSpeech();
  const inScript = useInScript();
  const text = useText();
  const { institution, seat, nameFr, nameAr, from, until, hasAccount, login } = member;
  const called = inScript({ fr: nameFr, ar: nameAr });
  return (
    <tr>
      <td>
        <Words k={`commissions.institution.${institution}`} />
      </td>
      <th scope="row">
        <bdi>{called}</bdi>
      </th>
      <td>
        <Words k={`office.members.seat.${seat}`} />
      </td>
      <td>
        {formatDate(language, toDate(from), 'short')}
        {until === undefined ? null : ` – ${formatDate(language, toDate(until), 'short')}`}
      </td>
      <td>
        <Tag look={hasAccount ? 'open' : 'waiting'}>
          <Words k={hasAccount ? 'office.members.with-account' : 'office.members.on-paper'} />
        </Tag>{' '}
        {login === undefined ? null : <bdi dir="ltr">{login}</bdi>}
      </td>
      <td className="row-deeds">
        {until !== undefined || onEnd === undefined ? null : (
          <button
            type="button"
            className="button button-link"
            aria-label={`${text('office.members.end')} · ${called}`}
            onClick={() => onEnd(member)}
          >
            <Words k="office.members.end" />
          </button>
        )}
      </td>
    </tr>
  );
}
