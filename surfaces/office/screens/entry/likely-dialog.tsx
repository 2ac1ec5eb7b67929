import { useState } from 'react';
import { Link } from 'wouter';
import { form } from '#modules/applications';
import { toDate } from '#platform/dates';
import { formatDate } from '#platform/i18n';
import { inFours } from '../../client/names.ts';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { type ComparedRow, Comparison } from '../../components/comparison.tsx';
import { Dialog } from '../../components/dialog.tsx';
import { Field } from '../../components/field.tsx';
import { type Candidate, Reasons } from './reasons.tsx';
import type { EntryDesk } from './use-entry.ts';

type DialogProps = { readonly candidate: Candidate; readonly desk: EntryDesk; readonly onClose: () => void };

/** The family being typed beside one that is known: the same, and there is nothing to type; or not, and why is kept with the request. */
export function LikelyDialog({ candidate, desk, onClose }: DialogProps) {
  const [reason, setReason] = useState('');
  const [isAsked, setAsked] = useState(false);
  const { text, language } = useSpeech();
  const rows = rowsOf(desk.entry.answers, candidate, (date) => (date === '' ? '' : formatDate(language, toDate(date), 'short')));
  const notTheSame = () => {
    if (reason.trim().length < 3) return setAsked(true);
    desk.noteNotTheSame(candidate.id, reason.trim());
    onClose();
  };
  return (
    <Dialog title={<Words k="office.entry.compare" facts={{ number: inFours(candidate.number) }} />} onClose={onClose} isWide>
      <Reasons candidate={candidate} />
      <Comparison
        here={<Words k="office.entry.compare-typed" />}
        there={<Words k="office.entry.compare-known" facts={{ number: inFours(candidate.number) }} />}
        rows={rows.map((row) => ({ ...row, label: text(`office.entry.compared.${row.key}`) }))}
      />
      <Field
        label={<Words k="office.entry.why-not" />}
        hint={<Words k="office.entry.why-not-hint" />}
        value={reason}
        onChange={setReason}
        {...(isAsked && reason.trim().length < 3 ? { fault: <Words k="office.entry.why-not-missing" /> } : {})}
        input={{ dir: 'auto', maxLength: 500 }}
      />
      <div className="buttons">
        <Button onPress={notTheSame} look="primary">
          <Words k="office.keys.not-same" />
        </Button>
        <Link className="button button-plain" href={`/file/${candidate.id}`}>
          <Words k="office.entry.same-open" />
        </Link>
        <Button onPress={onClose} look="link">
          <Words k="office.entry.back" />
        </Button>
      </div>
    </Dialog>
  );
}

type Row = Omit<ComparedRow, 'label'>;

function rowsOf(answers: form.Answers, { declaration, contact }: Candidate, day: (date: string) => string): readonly Row[] {
  const typed = answers.members[0] ?? {};
  const [known] = declaration.members;
  const text = (tree: form.Tree, key: string) => {
    const value = form.valueAt(tree, key);
    return typeof value === 'string' ? value : '';
  };
  const both = (key: string, from: string): Row => ({ key, here: text(typed, from), there: text(known as form.Tree, from) });
  const named = (script: 'fr' | 'ar'): Row => ({
    key: `name-${script}`,
    here: [text(typed, `names.${script}.given`), text(typed, `names.${script}.family`)].join(' ').trim(),
    there: [known?.names[script]?.given, known?.names[script]?.family].filter(Boolean).join(' '),
  });
  return [
    named('ar'),
    named('fr'),
    { key: 'birth-date', here: day(text(typed, 'birth_date')), there: day(known?.birth_date ?? '') },
    both('card', 'cnie'),
    { key: 'phone', here: text(answers, 'contact.phone'), there: contact.phone ?? '' },
    { key: 'address', here: text(answers, 'contact.address'), there: contact.address ?? '' },
    { key: 'people', here: peopleOf(answers.members), there: peopleOf(declaration.members as readonly form.Tree[]) },
  ];
}

/** Given names of everybody but the head: whoever knows the family recognises them. */
function peopleOf(members: readonly form.Tree[]): string {
  return members
    .slice(1)
    .map((person) => form.valueAt(person, 'names.fr.given') ?? form.valueAt(person, 'names.ar.given'))
    .filter((name) => typeof name === 'string')
    .join(', ');
}
