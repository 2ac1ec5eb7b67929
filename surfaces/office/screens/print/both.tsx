import { toRuns, translator } from '#platform/i18n';

type Facts = NonNullable<Parameters<ReturnType<typeof translator>>[1]>;

export type PaperLanguage = 'fr' | 'ar';

type BothProps = {
  readonly k: string;
  readonly order: readonly PaperLanguage[];
  /** The same for both, or by language. */
  readonly facts?: Facts | ((language: PaperLanguage) => Facts);
  readonly className?: string;
};

/** The same in the two languages of the paper. */
export function Both({ k, order, facts, className = '' }: BothProps) {
  return (
    <div className={`receipt-both ${className}`}>
      {order.map((language) => (
        <p key={language} lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
          <Sentence
            language={language}
            k={`office.print.${k}`}
            facts={typeof facts === 'function' ? facts(language) : (facts ?? {})}
          />
        </p>
      ))}
    </div>
  );
}

export function Sentence({
  language,
  k,
  facts,
}: {
  readonly language: PaperLanguage;
  readonly k: string;
  readonly facts?: Facts;
}) {
  const told = translator(language, { isolating: true })(k, facts);
  // biome-ignore lint/suspicious/noArrayIndexKey: the runs of a sentence have no other name than their place
  return toRuns(told).map((run, index) => (run.isolated ? <bdi key={index}>{run.text}</bdi> : run.text));
}
