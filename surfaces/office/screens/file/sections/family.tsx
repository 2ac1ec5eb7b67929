import { calledIn } from '../../../client/names.ts';
import { useAnswer, useMayDo } from '../../../client/office-context.tsx';
import { useSpeech, Words } from '../../../client/words.tsx';
import { Table } from '../../../components/table.tsx';
import { Tag } from '../../../components/tag.tsx';
import { type AnswerRow, answerRows } from '../answer-rows.ts';
import type { SectionProps } from '../file.tsx';
import type { Member } from '../file-view.ts';
import { Said } from '../said.tsx';

/** What the identity register holds of one member. */
type Held = {
  readonly ref: number;
  readonly kind: string;
  readonly found?: boolean;
  readonly names?: Member['names'];
  readonly birthDate?: string;
  readonly sex?: string;
};
type Checks = ReadonlyMap<number, Held> | undefined;

/** Each member as declared and as the identity register holds it, side by side; then the answers of the household. */
export function FamilySection({ file }: SectionProps) {
  const rows = answerRows(file);
  const held = useHeld(file.id);
  return (
    <>
      {file.declaration.members.map((member) => (
        <MemberTable key={member.ref} member={member} rows={rows.filter(({ ref }) => ref === member.ref)} held={held} />
      ))}
      <h2>
        <Words k="office.file.household" />
      </h2>
      <dl className="facts">
        {rows
          .filter(({ ref }) => ref === undefined)
          .map((row) => (
            <div key={row.place}>
              <dt>
                <Words k={row.label} />
              </dt>
              <dd>
                <Said row={row} />
              </dd>
            </div>
          ))}
      </dl>
    </>
  );
}

/** What DGSN answered, by member; undefined when it is not there to be seen. */
function useHeld(application: string): Checks {
  const may = useMayDo('verifications:read');
  const asked = useAnswer('verifications.checks-of-request', may ? { application } : undefined);
  if (asked.state !== 'ready') return undefined;
  const dgsn = asked.data.checks.find(({ partner, state }) => partner === 'dgsn' && state === 'answered');
  const answers = (dgsn?.answers ?? []) as readonly Held[];
  return dgsn === undefined ? undefined : new Map(answers.map((answer) => [answer.ref, answer]));
}

type TableProps = { readonly member: Member; readonly rows: readonly AnswerRow[]; readonly held: Checks };

function MemberTable({ member, rows, held }: TableProps) {
  const { language } = useSpeech();
  const answer = held?.get(member.ref);
  return (
    <Table className="member">
      <caption>
        {member.ref}. <bdi>{calledIn(language, member.names)}</bdi>{' '}
        <Words k={`applications.form.choice.relation.${member.relation}`} />{' '}
        {answer?.found === false ? (
          <Tag look="warning">
            <Words k="office.file.card-unknown" />
          </Tag>
        ) : null}
      </caption>
      <thead>
        <tr>
          <th scope="col">
            <Words k="office.file.question" />
          </th>
          <th scope="col">
            <Words k="office.verification.declared" />
          </th>
          <th scope="col">
            <Words k="verifications.partner.dgsn" />
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.place}>
            <th scope="row">
              <Words k={row.label} />
            </th>
            <td>
              <Said row={row} />
            </td>
            <td>
              <HeldValue row={row} answer={answer} />
            </td>
          </tr>
        ))}
      </tbody>
    </Table>
  );
}

/** What the register holds of an answer, marked where it is not the same. */
function HeldValue({ row, answer }: { readonly row: AnswerRow; readonly answer: Held | undefined }) {
  const value = answer?.found ? heldValue(row.place, answer) : undefined;
  if (value === undefined) return null;
  const isSame = String(value).toLocaleLowerCase('fr') === String(row.value ?? '').toLocaleLowerCase('fr');
  return isSame ? (
    <Tag look="open">
      <Words k="office.file.same" />
    </Tag>
  ) : (
    <mark className="apart">
      <Said row={{ ...row, value }} />
    </mark>
  );
}

function heldValue(place: string, { names, birthDate, sex }: Held): string | undefined {
  const key = place.replace(/^members\[\d+\]\./, '');
  if (key === 'birth_date') return birthDate;
  if (key === 'sex') return sex;
  const [, script, half] = /^names\.(fr|ar)\.(given|family)$/.exec(key) ?? [];
  return names?.[script as 'fr']?.[half as 'given'];
}
