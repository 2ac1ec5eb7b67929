import { createRoot } from 'react-dom/client';
import { newId } from '#platform/ids';
import { answersInMemory, openClient } from '../client/office-client.ts';
import { currentSession, type Session } from '../client/session.ts';
import { languageHere, speak } from '../client/words.tsx';
import '../styles/office.css';
import { Office } from './office.tsx';

/** Opens the office in the browser: words, who is signed in, then the screen. */
async function open(): Promise<void> {
  const language = languageHere();
  const [session] = await Promise.all([sessionIfAny(), speak(language)]);
  const place = document.getElementById('office');
  if (place === null) throw new Error('the page has no place for the office');
  const client = () => openClient({ answers: answersInMemory(), now: Date.now, newKey: newId });
  createRoot(place).render(<Office language={language} session={session} openClient={client} />);
}

async function sessionIfAny(): Promise<Session | undefined> {
  try {
    return await currentSession();
  } catch {
    return undefined;
  }
}

void open();
