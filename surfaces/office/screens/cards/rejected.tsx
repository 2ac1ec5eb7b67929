import { useState } from 'react';
import { Link } from 'wouter';
import type { QuestionOutput } from '../../client/contract.ts';
import { formatDayOf } from '../../client/moments.ts';
import { useMayDo } from '../../client/office-context.tsx';
import { useAttempt } from '../../client/use-attempt.ts';
import { useSpeech, useText, Words } from '../../client/words.tsx';
import { AskDialog } from '../../components/ask-dialog.tsx';
import { Button } from '../../components/button.tsx';
import { Field } from '../../components/field.tsx';
import { NumberOf, PlaceOf } from '../../components/naming.tsx';
import { Table } from '../../components/table.tsx';
import { TableHead } from '../../components/table-head.tsx';

type Rejected = QuestionOutput<'cards.custody-board'>['rejected'];
type RejectedProps = { readonly cards: Rejected; readonly onEnd: (said: string) => void };

/** Cards that were rejected for their data and wait until somebody says whether these are right. Nothing when there are none. */
export function RejectedCards({ cards, onEnd }: RejectedProps) {
  const text = useText();
  const { language } = useSpeech();
  const mayUphold = useMayDo('cards:produce');
  const maySee = useMayDo('entitlements:see-family');
  const [upholding, setUpholding] = useState<string>();
  if (cards.length === 0) return null;
  return (
    <section className="cards-rejected">
      <h2>
        <Words k="office.cards.rejected" />
      </h2>
      <p>
        <Words k="office.cards.rejected-how" />
      </p>
      <Table aria-label={text('office.cards.rejected')}>
        <TableHead
          words="office.cards.rejected"
          columns={['card', 'family', 'place', 'fault', 'since', ...(mayUphold ? ['deed'] : [])]}
        />
        <tbody>
          {cards.map(({ serial, registration, territory, fault, since }) => (
            <tr key={serial}>
              <th scope="row">
                <NumberOf number={serial} />
              </th>
              <td>
                {maySee ? (
                  <Link href={`/families?family=${registration}`}>
                    <NumberOf number={registration} />
                  </Link>
                ) : (
                  <NumberOf number={registration} />
                )}
              </td>
              <td>
                <PlaceOf code={territory} />
              </td>
              <td>
                <bdi>{fault}</bdi>
              </td>
              <td>{formatDayOf(language, since)}</td>
              {mayUphold ? (
                <td>
                  <Button onPress={() => setUpholding(serial)}>
                    <Words k="office.cards.uphold" />
                  </Button>
                </td>
              ) : null}
            </tr>
          ))}
        </tbody>
      </Table>
      {upholding === undefined ? null : <UpholdDialog serial={upholding} onEnd={onEnd} onClose={() => setUpholding(undefined)} />}
    </section>
  );
}

type DialogProps = Pick<RejectedProps, 'onEnd'> & { readonly serial: string; readonly onClose: () => void };

/** Who says that the data are right says why: the card goes to the maker as it was. */
function UpholdDialog({ serial, onEnd, onClose }: DialogProps) {
  const text = useText();
  const { attempt, isBusy, fault, setFault } = useAttempt();
  const [reason, setReason] = useState('');
  async function uphold() {
    if (reason.trim() === '') return setFault(text('office.cards.reason-missing'));
    if (!(await attempt('cards.uphold-data', { serial, reason: reason.trim() }))) return;
    onClose();
    onEnd(text('office.cards.upheld'));
  }
  return (
    <AskDialog
      title={<Words k="office.cards.uphold" />}
      does={<Words k="office.cards.uphold" />}
      {...{ isBusy, fault, onClose }}
      onDo={() => void uphold()}
    >
      <p>
        <NumberOf number={serial} /> · <Words k="office.cards.uphold-what" />
      </p>
      <Field
        label={<Words k="office.families.why" />}
        value={reason}
        onChange={setReason}
        input={{ maxLength: 500, dir: 'auto' }}
      />
    </AskDialog>
  );
}
