import { useState } from 'react';
import { Link } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { TableHead } from '../../components/table-head.tsx';
import type { RegistrationList } from './registration.tsx';

type Records = QuestionOutput<'entitlements.registration-records'>['records'];
const AT_ONCE = 100;

/** One list: why it could be read no further, how many records for which reason, each record that was not registered, and the answer to send. */
export function OneList({ list, onAgain }: { readonly list: RegistrationList; readonly onAgain: () => void }) {
  const [after, setAfter] = useState(0);
  const input = { list: list.id, results: ['rejected', 'unreadable', 'held', 'waiting'] as const, after, limit: AT_ONCE };
  const asked = useAnswer('entitlements.registration-records', { ...input, results: [...input.results] });
  const address = `/api/registration-lists/${list.id}/acknowledgement`;
  return (
    <section className="one-list" aria-labelledby="one-list">
      <h3 id="one-list">
        <bdi dir="ltr">{list.reference}</bdi>
      </h3>
      {list.fault === null ? null : <Fault fault={list.fault} />}
      <Reasons list={list} />
      <p className="buttons">
        {(['xml', 'csv'] as const).map((format) => (
          <a key={format} className="button" href={`${address}?format=${format}`} download>
            <Words k="office.registration.acknowledgement" facts={{ format: format.toUpperCase() }} />
          </a>
        ))}
        {list.state === 'receiving' ? (
          <Button onPress={onAgain}>
            <Words k="office.registration.look-again" />
          </Button>
        ) : null}
      </p>
      <Shown asked={asked}>
        {({ records }) =>
          records.length === 0 ? (
            <Empty>
              <Words k={`office.registration.${after === 0 ? 'all-registered' : 'no-more'}`} />
            </Empty>
          ) : (
            <RecordTable records={records} onMore={setAfter} />
          )
        }
      </Shown>
    </section>
  );
}

function Fault({ fault: { rule, place, line } }: { readonly fault: NonNullable<RegistrationList['fault']> }) {
  const text = useText();
  return (
    <p className="fault">
      <Words k="office.registration.cut" facts={{ rule: text(`entitlements.rule.${rule}`), place, line }} />
    </p>
  );
}

/** Of what is not registered, how many for which reason. */
function Reasons({ list: { results } }: { readonly list: RegistrationList }) {
  const told = results.filter(({ code }) => code !== null);
  if (told.length === 0) return null;
  return (
    <ul>
      {told.map(({ result, code, records }) => (
        <li key={`${result} ${code}`}>
          <bdi>{records}</bdi> · <Words k={`entitlements.record.${result}`} /> · <Why result={result} code={code} />
        </li>
      ))}
    </ul>
  );
}

/** Of a record that could not be read the rule, of another the subject of table 3. */
function Why({ result, code }: { readonly result: string; readonly code: string | null }) {
  return code === null ? null : <Words k={`entitlements.${result === 'unreadable' ? 'rule' : 'rejection'}.${code}`} />;
}

const columns = ['line', 'request', 'result', 'why', 'where'];

function RecordTable({ records, onMore }: { readonly records: Records; readonly onMore: (after: number) => void }) {
  const text = useText();
  const last = records.at(-1);
  return (
    <>
      <table aria-label={text('office.registration.records')}>
        <TableHead words="office.registration.column" columns={columns} />
        <tbody>
          {records.map((record) => (
            <tr key={record.ordinal}>
              <th scope="row">
                <bdi>{record.line}</bdi>
              </th>
              <td>
                <Request record={record} />
              </td>
              <td>
                <Words k={`entitlements.record.${record.result}`} />
              </td>
              <td>
                <Why result={record.result} code={record.code} />
              </td>
              <td>
                <bdi dir="ltr">{record.place}</bdi>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      {last === undefined || records.length < AT_ONCE ? null : (
        <Button onPress={() => onMore(last.ordinal)}>
          <Words k="office.registration.more" />
        </Button>
      )}
    </>
  );
}

function Request({ record: { request, application } }: { readonly record: Records[number] }) {
  if (request === null) return null;
  if (application === null) return <NumberOf number={request} />;
  return (
    <Link href={`/file/${application}`}>
      <NumberOf number={request} />
    </Link>
  );
}
