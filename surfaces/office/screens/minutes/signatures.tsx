import { useInScript, Words } from '../../client/words.tsx';
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
      <table>
        <thead>
          <tr>
            {['member', 'institution', 'seat', 'signature'].map((column) => (
              <th key={column} scope="col">
                <Words k={`office.minutes.column.${column}`} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sat.map(({ id, nameFr, nameAr, institution, seat, hasAccount, hasSigned }) => (
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
                <Tag look={hasSigned ? 'open' : 'todo'}>
                  <Words
                    k={
                      hasSigned
                        ? 'office.minutes.signed'
                        : hasAccount
                          ? 'office.minutes.to-sign'
                          : 'office.minutes.to-sign-on-paper'
                    }
                  />
                </Tag>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
