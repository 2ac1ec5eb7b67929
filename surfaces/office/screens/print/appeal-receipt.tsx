import { casablancaDate, Temporal, toDate } from '#platform/dates';
import { translator } from '#platform/i18n';
import { formatGrouped } from '#platform/numbers';
import type { QuestionOutput } from '../../client/contract.ts';
import { calledIn } from '../../client/names.ts';
import { useAnswer } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { NumberOf } from '../../components/naming.tsx';
import { Empty, Shown } from '../../components/states.tsx';
import type { FileView } from '../file/file-view.ts';
import { Both, type PaperLanguage } from './both.tsx';
import { useBothLanguages } from './use-both-languages.ts';

type Appeal = NonNullable<QuestionOutput<'commissions.appeal-of-file'>['appeal']>;
type SheetProps = { readonly file: FileView; readonly appeal: Appeal };

/** What a family keeps of its appeal: its number, what it contests, and until when it is answered. P prints. */
export function AppealReceipt({ application }: { readonly application: string }) {
  const appeal = useAnswer('commissions.appeal-of-file', { application });
  const file = useAnswer('applications.one-file', { application });
  const hasWords = useBothLanguages();
  return (
    <section className="print">
      <h1>
        <Words k="office.print.appeal-title" />
      </h1>
      <Shown asked={appeal} isEmpty={(answer) => answer.appeal === undefined} empty={<Nothing />}>
        {({ appeal: found }) =>
          found && hasWords ? (
            <Shown asked={file}>{(answer) => (answer.file ? <Sheet file={answer.file} appeal={found} /> : <Nothing />)}</Shown>
          ) : null
        }
      </Shown>
    </section>
  );
}

function Nothing() {
  return (
    <Empty>
      <Words k="commissions.refusal.appeal-not-found" />
    </Empty>
  );
}

/** A half for the family and one for the office, in both languages of the paper. */
function Sheet({ file, appeal }: SheetProps) {
  const { language } = useSpeech();
  const print = () => window.print();
  useShortcut('print', print);
  const order: readonly PaperLanguage[] = language === 'ar' ? ['ar', 'fr'] : ['fr', 'ar'];
  return (
    <>
      <div className="buttons">
        <Button look="primary" keys="P" onPress={print}>
          <Words k="office.print.print" />
        </Button>
      </div>
      <div className="receipt-sheet">
        {(['family', 'office'] as const).map((copy) => (
          <Half key={copy} copy={copy} file={file} appeal={appeal} order={order} />
        ))}
      </div>
    </>
  );
}

type HalfProps = SheetProps & { readonly copy: 'family' | 'office'; readonly order: readonly PaperLanguage[] };

function Half({ copy, file, appeal, order }: HalfProps) {
  const facts = {
    filedOn: casablancaDate(Temporal.Instant.from(appeal.filedAt)),
    lastDay: toDate(appeal.lastDay),
    answerBy: toDate(appeal.answerBy),
  };
  return (
    <article className="receipt" dir={order[0] === 'ar' ? 'rtl' : 'ltr'}>
      <header>
        <Both k="appeal-title" order={order} className="receipt-title" />
        <Both k={`copy.${copy}`} order={order} className="receipt-copy" />
      </header>
      <Both k="appeal-number" order={order} />
      <p className="receipt-number">
        <NumberOf number={appeal.number} />
      </p>
      <Both k="appeal-of" order={order} facts={{ number: formatGrouped(file.number) }} />
      <Both k="appeal-by" order={order} facts={(language) => ({ name: calledIn(language, file.names) })} />
      <Both k="appeal-filed-on" order={order} facts={facts} />
      {appeal.isLate ? <Both k="appeal-late" order={order} facts={facts} /> : null}
      <Both
        k="appeal-points"
        order={order}
        facts={(language) => ({
          points: appeal.criteria
            .map((criterion) => translator(language)(`commissions.criterion.${criterion}`))
            .join(language === 'ar' ? '، ' : ', '),
        })}
      />
      <Both k="appeal-next" order={order} facts={facts} className="receipt-next" />
    </article>
  );
}
