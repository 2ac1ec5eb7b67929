import { useLocation } from 'wouter';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import { calendarInput } from '../sittings/sitting-view.ts';
import { SealedTable } from './sealed-table.tsx';
import { SittingToValidate } from './sitting-to-validate.tsx';

/** The province: sealed sittings, the oldest first, and one of them decision by decision. */
export function ValidationScreen() {
  const [path] = useLocation();
  const [, id] = /^\/validation\/([0-9a-f-]{36})/.exec(path) ?? [];
  return (
    <section className="validation">
      <h1>
        <Words k="office.validation.title" />
      </h1>
      {id === undefined ? <Sealed /> : <SittingToValidate key={id} id={id} />}
    </section>
  );
}

function Sealed() {
  const asked = useAnswer('commissions.sittings-calendar', calendarInput('to-sign'));
  return (
    <Shown asked={asked} isEmpty={({ sittings }) => sittings.length === 0} empty={<Nothing />}>
      {({ sittings }) => <SealedTable sittings={sittings} />}
    </Shown>
  );
}

function Nothing() {
  return (
    <Empty>
      <Words k="office.validation.nothing" />
    </Empty>
  );
}
