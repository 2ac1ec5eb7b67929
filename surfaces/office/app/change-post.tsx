import { useState } from 'react';
import { useOffice } from '../client/office-context.tsx';
import type { Post, SignedIn } from '../client/session.ts';
import { useKeptWork } from '../client/use-kept-work.ts';
import { useInScript, useText, Words } from '../client/words.tsx';
import { Button } from '../components/button.tsx';
import { Dialog } from '../components/dialog.tsx';
import { SignInAgain } from './sign-in-again.tsx';

/** Whoever holds several posts works at one at a time, and signs in for another: what is done is written under the post it was done from. */
export function ChangePost({ onPost }: { readonly onPost: (signedIn: SignedIn) => void }) {
  const { session } = useOffice();
  const [isOpen, setOpen] = useState(false);
  const [chosen, setChosen] = useState<Post>();
  if (session.posts.length < 2) return null;
  const close = () => {
    setOpen(false);
    setChosen(undefined);
  };
  return (
    <>
      <button type="button" className="strip-button" onClick={() => setOpen(true)}>
        <Words k="office.shell.change-post" />
      </button>
      {isOpen && chosen === undefined ? <Posts onChoose={setChosen} onClose={close} /> : null}
      {chosen === undefined ? null : <SignInAgain session={{ ...session, post: chosen }} onDone={onPost} onClose={close} />}
    </>
  );
}

type PostsProps = { readonly onChoose: (post: Post) => void; readonly onClose: () => void };

function Posts({ onChoose, onClose }: PostsProps) {
  const { session } = useOffice();
  const { view } = useKeptWork();
  const inScript = useInScript();
  const text = useText();
  // What was done from this post is sent from this post: at another the server would take it for somebody else's.
  const unsent = view?.counts.unsent ?? 0;
  return (
    <Dialog title={<Words k="office.shell.which-post" />} onClose={onClose}>
      {unsent === 0 ? null : (
        <p className="kept">
          <Words k="office.line.leave-title" facts={{ count: unsent }} />
        </p>
      )}
      <ul className="posts">
        {session.posts.map((post) => (
          <li key={post.id}>
            <Button onPress={() => onChoose(post)} isDisabled={unsent > 0 || post.id === session.post.id}>
              <Words k={`office.role.${post.role}`} /> · <bdi>{inScript(post.place) || text('office.shell.nation')}</bdi>
            </Button>
          </li>
        ))}
      </ul>
    </Dialog>
  );
}
