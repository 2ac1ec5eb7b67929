import { useState } from 'react';
import { lawAt } from '#law';
import { points } from '#modules/commissions';
import { addDays, toDate, toIsoDate } from '#platform/dates';
import { useText, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { Choices } from './key-button.tsx';
import type { MadeRuling } from './local-deeds.ts';

type Asking = NonNullable<MadeRuling['enquiry']>;
type EnquiryProps = { readonly heldOn: string; readonly onAsk: (enquiry: Asking) => void; readonly onBack: () => void };

/** What an agent is sent to see: a digit for what is asked most, and a field for what is not. */
export function EnquiryPanel({ heldOn, onAsk, onBack }: EnquiryProps) {
  const text = useText();
  const [isOther, setOther] = useState(false);
  if (isOther) return <OtherQuestion heldOn={heldOn} onAsk={onAsk} onBack={onBack} />;
  return (
    <Choices
      title={<Words k="office.sitting.what-to-see" />}
      choices={points.map((point) => ({ key: point, words: <Words k={`commissions.point.${point}`} /> }))}
      onChoose={(point) => {
        const known = points.find((one) => one === point);
        if (known === undefined || known === 'other') setOther(true);
        else onAsk({ question: text(`office.sitting.ask.${known}`), points: [known], dueOn: dueFrom(heldOn) });
      }}
      onBack={onBack}
    />
  );
}

function OtherQuestion({ heldOn, onAsk, onBack }: EnquiryProps) {
  const [question, setQuestion] = useState('');
  const [lacks, setLacks] = useState(false);
  const text = useText();
  const ask = () =>
    question.trim() === '' ? setLacks(true) : onAsk({ question: question.trim(), points: ['other'], dueOn: dueFrom(heldOn) });
  return (
    <Dialog title={<Words k="office.sitting.what-to-see" />} onClose={onBack}>
      <form
        className="room-form"
        onSubmit={(event) => {
          event.preventDefault();
          ask();
        }}
      >
        <Field
          label={<Words k="office.sitting.question" />}
          value={question}
          onChange={setQuestion}
          input={{ dir: 'auto', maxLength: 500, autoFocus: true }}
          {...(lacks ? { fault: text('office.sitting.question-lacks') } : {})}
        />
        <Button look="primary" keys="⏎" onPress={ask}>
          <Words k="office.sitting.send-to-see" />
        </Button>
      </form>
    </Dialog>
  );
}

/** The day by which the law wants an enquiry answered. */
function dueFrom(heldOn: string): string {
  return toIsoDate(addDays(toDate(heldOn), lawAt(heldOn).deadlines.enquiry.value.normal));
}
