import { useEffect, useState } from 'react';
import { Redirect, Route, Switch, useLocation, useParams } from 'wouter';
import { newId } from '#platform/ids';
import { useOffice } from '../../client/office-context.tsx';
import { Words } from '../../client/words.tsx';
import { Empty, Loading } from '../../components/states.tsx';
import { Filed } from '../entry/filed.tsx';
import { type EntryDraft, useEntry } from '../entry/use-entry.ts';
import { useFiling } from '../entry/use-filing.ts';
import { Reviewing } from './reviewing.tsx';

/** A dossier that its family filled in and printed: compared with the paper and the persons, corrected where needed, filed. */
export function ReviewScreen() {
  return (
    <Switch>
      <Route path="/review/:id" component={ReviewOf} />
      <Route>
        <Redirect to="/new" />
      </Route>
    </Switch>
  );
}

function ReviewOf() {
  const { id = '' } = useParams();
  const { drafts } = useOffice();
  const [draft, setDraft] = useState<EntryDraft | 'gone'>();
  useEffect(() => {
    let isHere = true;
    void drafts.find(id).then((kept) => {
      if (isHere) setDraft((kept?.content as EntryDraft | undefined) ?? 'gone');
    });
    return () => {
      isHere = false;
      setDraft(undefined);
    };
  }, [drafts, id]);
  if (draft === undefined) return <Loading />;
  if (draft === 'gone')
    return (
      <>
        <h1>
          <Words k="office.areas.review" />
        </h1>
        <Empty>
          <Words k="office.review.gone" />
        </Empty>
      </>
    );
  return <OneReview key={id} id={id} first={draft} />;
}

function OneReview({ id, first }: { readonly id: string; readonly first: EntryDraft }) {
  const desk = useEntry(id, first);
  const filing = useFiling(id, desk);
  const [, go] = useLocation();
  if (filing.filed !== undefined) return <Filed filed={filing.filed} desk={desk} onNext={() => go(`/new/${newId()}`)} />;
  return <Reviewing desk={desk} filing={filing} />;
}
