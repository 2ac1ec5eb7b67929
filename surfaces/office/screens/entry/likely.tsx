import { useState } from 'react';
import { form } from '#modules/applications';
import type { QuestionInput } from '../../client/contract.ts';
import { inFours } from '../../client/names.ts';
import { useAnswer, useMayDo } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSettled } from '../../client/use-settled.ts';
import { Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Tag } from '../../components/tag.tsx';
import { LikelyDialog } from './likely-dialog.tsx';
import { type Candidate, Reasons } from './reasons.tsx';
import type { EntryDesk } from './use-entry.ts';

const PAUSE_MS = 900;

/** Files that look like the one being typed, and why: a warning beside the form, never a stop. */
export function Likely({ desk }: { readonly desk: EntryDesk }) {
  const mayAsk = useMayDo('registry:search');
  // Made anew at each key: as text, it stands still when nothing of it changed.
  const sought = JSON.parse(useSettled(JSON.stringify(soughtIn(desk)), PAUSE_MS)) as Sought;
  const asked = useAnswer('applications.likely-the-same', mayAsk && isWorthAsking(sought) ? sought : undefined);
  const [compared, setCompared] = useState<Candidate>();
  const judged = new Set(desk.draft.notTheSame.map(({ other }) => other));
  const candidates = asked.state === 'ready' ? asked.data.candidates.filter(({ id }) => !judged.has(id)) : [];
  useShortcut('compare', () => setCompared(candidates[0]), candidates.length > 0);
  if (candidates.length === 0) return null;
  return (
    <section className="entry-likely" aria-labelledby="entry-likely" role="status">
      <h2 id="entry-likely">
        <Tag look="warning">
          <Words k="office.entry.likely" facts={{ count: candidates.length }} />
        </Tag>{' '}
        <kbd>F9</kbd>
      </h2>
      <ul>
        {candidates.map((candidate) => (
          <li key={candidate.id}>
            <Button look="link" onPress={() => setCompared(candidate)}>
              <Words k="office.entry.likely-compare" facts={{ number: inFours(candidate.number) }} />
            </Button>
            <Reasons candidate={candidate} />
          </li>
        ))}
      </ul>
      {compared === undefined ? null : <LikelyDialog candidate={compared} desk={desk} onClose={() => setCompared(undefined)} />}
    </section>
  );
}

type Sought = QuestionInput<'applications.likely-the-same'>;

function soughtIn({ entry: { answers } }: EntryDesk): Sought {
  const text = (tree: form.Tree, key: string) => {
    const value = form.valueAt(tree, key);
    return typeof value === 'string' ? value : undefined;
  };
  const [phone, address, commune] = ['contact.phone', 'contact.address', 'commune'].map((key) => text(answers, key));
  return {
    cards: answers.members.flatMap((person) => text(person, 'cnie') ?? []),
    ...(phone === undefined ? {} : { phone }),
    ...(address === undefined ? {} : { address }),
    ...(commune === undefined ? {} : { commune: commune as never }),
    people: answers.members.slice(0, 4).flatMap((person) => {
      const birthDate = text(person, 'birth_date');
      const names = form.valueAt(person, 'names') as
        | { fr?: { family?: string; given?: string }; ar?: { family?: string; given?: string } }
        | undefined;
      const whole = Object.fromEntries(
        Object.entries(names ?? {}).filter(([, name]) => name?.family !== undefined && name.given !== undefined),
      );
      return birthDate === undefined || Object.keys(whole).length === 0 ? [] : [{ names: whole, birthDate }];
    }) as Sought['people'],
  };
}

function isWorthAsking({ cards = [], phone, address, people = [] }: Sought): boolean {
  return cards.length > 0 || people.length > 0 || phone !== undefined || address !== undefined;
}
