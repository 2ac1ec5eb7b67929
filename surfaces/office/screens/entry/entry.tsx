import { useEffect, useState } from 'react';
import { Route, Switch, useLocation, useParams } from 'wouter';
import { findCommune } from '#modules/territory';
import { newId } from '#platform/ids';
import { useOffice } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Loading } from '../../components/states.tsx';
import type { Entry } from '../../offline/index.ts';
import { EntryForm } from './entry-form.tsx';
import { EntryStart } from './entry-start.tsx';
import { nothingTyped } from './read-entry.ts';
import type { EntryDraft } from './use-entry.ts';
import { useOwnDraft } from './use-own-draft.ts';

/** A paper request typed at the counter: begun, gone on with, filed. */
export function EntryScreen() {
  return (
    <Switch>
      <Route path="/new/:id" component={EntryOf} />
      <Route component={EntryStart} />
    </Switch>
  );
}

/** The draft of the address, or a new one under that name: going back or reloading loses nothing, and files nothing that waits to be sent again. */
function EntryOf() {
  const { id = '' } = useParams();
  const { drafts, kept, session } = useOffice();
  const [draft, setDraft] = useState<EntryDraft>();
  const [, go] = useLocation();
  useEffect(() => {
    let isHere = true;
    void Promise.all([drafts.find(id), kept.view()]).then(([found, { entries }]) => {
      if (!isHere) return;
      if (isOnItsWay(entries, id)) return go('/outbox', { replace: true });
      setDraft((found?.content as EntryDraft | undefined) ?? newDraft(session.post.territory));
    });
    return () => {
      isHere = false;
      setDraft(undefined);
    };
  }, [drafts, kept, id, session, go]);
  const hold = useOwnDraft(id);
  if (hold === 'elsewhere') return <Elsewhere />;
  if (draft === undefined || hold === 'asking') return <Loading />;
  return <EntryForm key={id} id={id} first={draft} onNext={() => go(`/new/${newId()}`)} />;
}

/** The same request is open in another window of this browser, which writes it. */
function Elsewhere() {
  return (
    <p className="empty" role="alert">
      <Words k="office.entry.elsewhere" />
    </p>
  );
}

/** Filed here, and neither arrived nor refused: what is refused opens again to be put right. */
function isOnItsWay(entries: readonly Entry[], id: string): boolean {
  return entries.some(({ item, standing }) => item.file === `application:${id}` && ['waiting', 'sent'].includes(standing.state));
}

/** Most families live where the counter is: its commune is answered already, and can be changed. */
function newDraft(territory: string): EntryDraft {
  const commune = findCommune(territory);
  const here = commune === undefined ? {} : { province: { province: commune.province }, commune: { commune: commune.code } };
  return { typed: { ...nothingTyped, texts: here }, papersSeen: [], isDeclared: false, notTheSame: [] };
}
