import { useEffect, useState } from 'react';
import { Route, Switch, useLocation, useParams } from 'wouter';
import { findCommune } from '#modules/territory';
import { newId } from '#platform/ids';
import { useOffice } from '../../client/office-context.tsx';
import { Loading } from '../../components/states.tsx';
import { EntryForm } from './entry-form.tsx';
import { EntryStart } from './entry-start.tsx';
import { nothingTyped } from './read-entry.ts';
import type { EntryDraft } from './use-entry.ts';

/** A paper request typed at the counter: begun, gone on with, filed. */
export function EntryScreen() {
  return (
    <Switch>
      <Route path="/new/:id" component={EntryOf} />
      <Route component={EntryStart} />
    </Switch>
  );
}

/** The draft of the address, or a new one under that name: going back or reloading loses nothing. */
function EntryOf() {
  const { id = '' } = useParams();
  const { drafts, session } = useOffice();
  const [draft, setDraft] = useState<EntryDraft>();
  const [, go] = useLocation();
  useEffect(() => {
    let isHere = true;
    void drafts.find(id).then((kept) => {
      if (isHere) setDraft((kept?.content as EntryDraft | undefined) ?? newDraft(session.post.territory));
    });
    return () => {
      isHere = false;
      setDraft(undefined);
    };
  }, [drafts, id, session]);
  if (draft === undefined) return <Loading />;
  return <EntryForm key={id} id={id} first={draft} onNext={() => go(`/new/${newId()}`)} />;
}

/** Most families live where the counter is: its commune is answered already, and can be changed. */
function newDraft(territory: string): EntryDraft {
  const commune = findCommune(territory);
  const here = commune === undefined ? {} : { province: { province: commune.province }, commune: { commune: commune.code } };
  return { typed: { ...nothingTyped, texts: here }, papersSeen: [], isDeclared: false, notTheSame: [] };
}
