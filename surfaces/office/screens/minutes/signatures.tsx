import { formatDayOf, formatMoment } from '../../client/moments.ts';
import { useInScript, useSpeech, Words } from '../../client/words.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';
import { Tag } from '../../components/tag.tsx';
import type { Room } from '../sittings/sitting-view.ts';

export type Member = Room['members'][number];

/** Who sat, for whom, and whether they have signed; whoever never came signs nothing, but the secretary who wrote the minutes may. */
export function Signatures({ members }: { readonly members: readonly Member[] }) {
  const inScript = useInScript();
  const sat = members.filter(({ presence, hasSigned }) => presence !== 'absent' || hasSigned);
  return (
    <section>
      <h2>
        <Words
          k="office.minutes.signatures"
          facts={{ signed: sat.filter(({ hasSigned }) => hasSigned).length, of: sat.length }}
        />
      </h2>
      <Table>
        <TableHead words="office.minutes.column" columns={['member', 'institution', 'seat', 'signature']} />
        <tbody>
          {sat.map(({ id, nameFr, nameAr, institution, seat, ...member }) => (
            <tr key={id}>
              <th scope="row">
                <bdi>{inScript({ fr: nameFr, ar: nameAr })}</bdi>
              </th>
              <td>
                <Words k={`commissions.institution.${institution}`} />
              </td>
              <td>
                <Words k={`office.members.seat.${seat}`} />
              </td>
              <td>
                <Tag look={member.hasSigned ? 'open' : 'todo'}>
                  <Words k={`office.minutes.${standingOf(member)}`} />
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </Table>
    </section>
  );
}

/** Who may sign these minutes and has not: whoever came, and the secretary who wrote them. */
export function signersLeft({ members }: Pick<Room, 'members'>): readonly Member[] {
  return members.filter(({ presence, seat, hasSigned }) => !hasSigned && (presence !== 'absent' || seat === 'secretary'));
}

function standingOf({ hasSigned, hasAccount, signed }: Pick<Member, 'hasSigned' | 'hasAccount' | 'signed'>): string {
  if (hasSigned) return signed?.way === 'paper' ? 'signed-on-paper' : 'signed';
  return hasAccount ? 'to-sign' : 'to-sign-on-paper';
}

/** Says to whoever has signed that it is done, how and on which day. */
export function SignedByYou({ you }: { readonly you: Member | undefined }) {
  const { language } = useSpeech();
  if (you?.signed === undefined) return null;
  return (
    <p className="signed-by-you">
      <Tag look="open">
        <Words k={`office.minutes.you-signed.${you.signed.way}`} facts={{ day: formatDayOf(language, you.signed.at) }} />
      </Tag>
    </p>
  );
}

type PapersProps = { readonly sitting: string; readonly papers: Room['signedPapers'] };

/** The scans of the papers that members signed by hand, each opened in a window of its own. */
export function SignedPapers({ sitting, papers }: PapersProps) {
  const { language } = useSpeech();
  if (papers.length === 0) return null;
  return (
    <ul className="prints">
      {papers.map(({ page, at }) => (
        <li key={page}>
          <a href={`/api/signed-minutes/${sitting}/${page}`} target="_blank" rel="noreferrer">
            <span>
              <Words k="office.minutes.paper" facts={{ moment: formatMoment(language, Date.parse(at)) }} />
            </span>
          </a>
        </li>
      ))}
    </ul>
  );
}
