import { useCallback, useEffect, useState } from 'react';
import { useLocation } from 'wouter';
import { newId } from '#platform/ids';
import type { Draft } from '../../client/drafts.ts';
import { formatMoment } from '../../client/moments.ts';
import { useOffice } from '../../client/office-context.tsx';
import { useShortcut } from '../../client/shortcuts.tsx';
import { useSpeech, Words } from '../../client/words.tsx';
import { Button } from '../../components/button.tsx';
import { Dialog } from '../../components/dialog.tsx';
import type { EntryDraft } from './use-entry.ts';

/** Begin a request, or go on with one that was begun and not filed. */
export function EntryStart() {
  const { drafts } = useOffice();
  const [begun, setBegun] = useState<readonly Draft[]>();
  const [leaving, setLeaving] = useState<Draft>();
  const [, go] = useLocation();
  const load = useCallback(async () => setBegun((await drafts.list()).filter(({ kind }) => kind === 'entry')), [drafts]);
  useEffect(() => void load(), [load]);
  const begin = () => go(`/new/${newId()}`);
  useShortcut('list-open', begin);
  const giveUp = async (draft: Draft) => {
    await drafts.remove(draft.id);
    setLeaving(undefined);
    await load();
  };
  return (
    <section className="entry-start">
      <h1>
        <Words k="office.entry.title" />
      </h1>
      <Button look="primary" keys="⏎" onPress={begin}>
        <Words k="office.entry.begin" />
      </Button>
      <h2>
        <Words k="office.entry.begun" />
      </h2>
      <Begun drafts={begun} onOpen={(id) => go(pathOf(begun?.find((one) => one.id === id)))} onLeave={setLeaving} />
      {leaving === undefined ? null : (
        <Dialog title={<Words k="office.entry.give-up" />} onClose={() => setLeaving(undefined)} isAlert>
          <p>
            <Words k="office.entry.give-up-means" />
          </p>
          <div className="buttons">
            <Button look="danger" onPress={() => void giveUp(leaving)}>
              <Words k="office.entry.give-up" />
            </Button>
            <Button onPress={() => setLeaving(undefined)}>
              <Words k="office.entry.keep" />
            </Button>
          </div>
        </Dialog>
      )}
    </section>
  );
}

/** A dossier that was read from its code goes on as a review. */
function pathOf(draft: Draft | undefined): string {
  const content = draft?.content as EntryDraft | undefined;
  return `${content?.origin === undefined ? '/new' : '/review'}/${draft?.id ?? ''}`;
}

type BegunProps = {
  readonly drafts: readonly Draft[] | undefined;
  readonly onOpen: (id: string) => void;
  readonly onLeave: (draft: Draft) => void;
};

function Begun({ drafts, onOpen, onLeave }: BegunProps) {
  const { language } = useSpeech();
  if (drafts === undefined) return null;
  if (drafts.length === 0)
    return (
      <p className="empty">
        <Words k="office.entry.none-begun" />
      </p>
    );
  return (
    <ul className="begun">
      {drafts.map((draft) => (
        <li key={draft.id}>
          <Button look="link" onPress={() => onOpen(draft.id)}>
            {draft.label === '' ? <Words k="office.entry.nameless" /> : <bdi>{draft.label}</bdi>}
          </Button>
          <bdi>{formatMoment(language, draft.changedAt)}</bdi>
          <Button look="link" onPress={() => onLeave(draft)}>
            <Words k="office.entry.give-up-of" facts={{ name: draft.label }} />
          </Button>
        </li>
      ))}
    </ul>
  );
}
