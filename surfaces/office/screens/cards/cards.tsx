import { useState } from 'react';
import { useAnswer } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Shown } from '../../components/states.tsx';
import { Custody } from './custody.tsx';
import { LateTable } from './late-table.tsx';
import { Lots } from './lots.tsx';
import { ScanField } from './scan-field.tsx';

/** Where the cards are: one by its number, the lots under way, and which are late or will be. */
export function CardsScreen() {
  const [serial, setSerial] = useState<string>();
  const late = useAnswer('cards.late-cards', {});
  const board = useAnswer('cards.custody-board', {});
  return (
    <section className="deadlines">
      <h1>
        <Words k="office.cards.title" />
      </h1>
      <ScanField label={<Words k="office.cards.find" />} kinds={['card']} onCode={({ number }) => setSerial(number)} />
      {serial === undefined ? null : <Found key={serial} serial={serial} />}
      <h2>
        <Words k="office.cards.late" />
      </h2>
      <Shown asked={late}>{(answer) => <LateTable late={answer} />}</Shown>
      <h2>
        <Words k="office.cards.lots" />
      </h2>
      <Shown asked={board}>
        {(answer) => <Lots board={answer} onDone={() => (board.state === 'loading' ? undefined : board.again())} />}
      </Shown>
    </section>
  );
}

function Found({ serial }: { readonly serial: string }) {
  const found = useAnswer('cards.where-is-card', { serial });
  return <Shown asked={found}>{({ card }) => <Custody card={card} />}</Shown>;
}
