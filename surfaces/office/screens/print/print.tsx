import { useState } from 'react';
import { useParams } from 'wouter';
import { useOffice } from '../../client/office-context.tsx';
import { receiptKey } from '../../client/receipts.ts';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Empty, Loading } from '../../components/states.tsx';
import { AppealReceipt } from './appeal-receipt.tsx';
import type { PaperLanguage } from './both.tsx';
import { ReceiptHalf } from './receipt-half.tsx';
import { useBothLanguages } from './use-both-languages.ts';
import { type ToPrint, useReceipt } from './use-receipt.ts';

const OF_APPEAL = 'appeal/';

/** A receipt before it is printed: of a deposit, or of an appeal at `appeal/<request>`. P prints. */
export function PrintScreen() {
  const { '*': asked = '' } = useParams<{ '*'?: string }>();
  if (asked.startsWith(OF_APPEAL)) return <AppealReceipt application={asked.slice(OF_APPEAL.length)} />;
  return <DepositReceipt application={asked} />;
}

/** One for the family, one for the office, on one sheet. */
function DepositReceipt({ application }: { readonly application: string }) {
  const toPrint = useReceipt(application);
  const hasWords = useBothLanguages();
  return (
    <section className="print">
      <h1>
        <Words k="office.print.title" />
      </h1>
      {toPrint.state === 'ready' && hasWords ? <Preview toPrint={toPrint} /> : <NotReady state={toPrint.state} />}
    </section>
  );
}

function NotReady({ state }: { readonly state: ToPrint['state'] }) {
  if (state !== 'nothing') return <Loading />;
  return (
    <Empty>
      <Words k="office.print.nothing" />
    </Empty>
  );
}

function Preview({ toPrint }: { readonly toPrint: Extract<ToPrint, { state: 'ready' }> }) {
  const { language } = useSpeech();
  const [first, setFirst] = useState<PaperLanguage>(language === 'ar' ? 'ar' : 'fr');
  const { note, printedBefore } = useNotedPrint(toPrint);
  const print = async () => {
    await note();
    window.print();
  };
  useShortcut('print', () => void print());
  const { receipt, isProvisional } = toPrint;
  return (
    <>
      <p role="status" className={isProvisional ? 'print-provisional' : ''}>
        <Words k={isProvisional ? 'office.print.provisional' : 'office.print.final'} />{' '}
        {printedBefore > 1 ? <Words k="office.print.again" facts={{ count: printedBefore }} /> : null}
      </p>
      <div className="buttons">
        <Button look="primary" keys="P" onPress={() => void print()}>
          <Words k="office.print.print" />
        </Button>
        <Button onPress={() => setFirst(first === 'ar' ? 'fr' : 'ar')}>
          <Words k={first === 'ar' ? 'office.print.french-first' : 'office.print.arabic-first'} />
        </Button>
      </div>
      <div className="receipt-sheet">
        {(['family', 'office'] as const).map((copy) => (
          <ReceiptHalf key={copy} copy={copy} receipt={receipt} isProvisional={isProvisional} first={first} />
        ))}
      </div>
    </>
  );
}

/** A signed receipt is noted on its file before it is printed; once it is, nothing of it needs to stay on this computer. */
function useNotedPrint({ receipt, isProvisional }: Extract<ToPrint, { state: 'ready' }>) {
  const { client, drafts } = useOffice();
  const [printedBefore, setPrintedBefore] = useState(0);
  const note = async () => {
    if (isProvisional) return;
    const { application, number = '' } = receipt;
    const about = { label: number, file: application };
    const said = await client.submit('applications.note-printing', { application, paper: 'receipt' }, about);
    if (said.state === 'done') setPrintedBefore(said.output.times);
    await drafts.remove(receiptKey(application));
  };
  return { note, printedBefore };
}
