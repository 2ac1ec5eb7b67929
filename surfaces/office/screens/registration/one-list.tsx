import { useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { useChange } from '../../client/use-change.ts';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { RecordTable, Why } from './record-table.tsx';
import type { RegistrationList } from './registration.tsx';

const AT_ONCE = 100;

/** One list: why it could be read no further, how many records for which reason, each record that was not registered, and the answer to send. */
export function OneList({ list, onAgain }: { readonly list: RegistrationList; readonly onAgain: () => void }) {
  const [after, setAfter] = useState(0);
  const input = { list: list.id, results: ['rejected', 'unreadable', 'held', 'waiting'] as const, after, limit: AT_ONCE };
  const asked = useAnswer('entitlements.registration-records', { ...input, results: [...input.results] });
  const onRejected = () => {
    if (asked.state !== 'loading') asked.again();
    onAgain();
  };
  // What is told of single records is of the same moment as the counts above it.
  useChange(JSON.stringify([list.state, list.results]), () => (asked.state === 'loading' ? undefined : asked.again()));
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
        <Button onPress={onAgain}>
          <Words k="office.registration.look-again" />
        </Button>
      </p>
      <Shown asked={asked}>
        {({ records }) => {
          const last = records.at(-1);
          return records.length === 0 ? (
            <Empty>
              <Words k={`office.registration.${after === 0 ? toldOf(list) : 'no-more'}`} />
            </Empty>
          ) : (
            <>
              <RecordTable key={after} records={records} onRejected={onRejected} />
              {last === undefined || records.length < AT_ONCE ? null : (
                <Button onPress={() => setAfter(last.ordinal)}>
                  <Words k="office.registration.more" />
                </Button>
              )}
            </>
          );
        }}
      </Shown>
    </section>
  );
}

/** What is true of a list of whose records none is shown, by its state and its counts. */
function toldOf({ state, results }: RegistrationList): string {
  if (results.some(({ result }) => result !== 'registered')) return 'counts-changed';
  if (state === 'receiving') return 'still-reading';
  if (results.length === 0) return state === 'unreadable' ? 'none-read' : 'no-records';
  return state === 'unreadable' ? 'read-registered' : 'all-registered';
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
