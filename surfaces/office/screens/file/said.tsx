import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { useSpeech, Words } from '../../client/words.tsx';
import type { AnswerRow } from './answer-rows.ts';

/** An answer in words: a choice as the form says it, a day as people read it, a name in its own direction. */
export function Said({
  row: { kind, set, script, value },
}: {
  readonly row: Pick<AnswerRow, 'kind' | 'set' | 'script' | 'value'>;
}) {
  const { language } = useSpeech();
  if (value === undefined || value === null || value === '') return <Words k="office.file.no-answer" />;
  if (kind === 'flag') return <Words k={`applications.form.choice.${value === true ? 'yes' : 'no'}`} />;
  if (kind === 'choice') return <Words k={`applications.form.choice.${set}.${String(value)}`} />;
  if (kind === 'date' && /^\d{4}-\d\d-\d\d$/.test(String(value))) return formatDate(language, toDate(String(value)), 'short');
  return (
    <bdi lang={script} dir={script === undefined ? undefined : script === 'ar' ? 'rtl' : 'ltr'}>
      {String(value)}
    </bdi>
  );
}
