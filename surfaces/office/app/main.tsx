import { createRoot } from 'react-dom/client';
import { browserWorld, turnsHere } from '../client/browser-world.ts';
import { languageHere, speak } from '../client/words.tsx';
import { openWorkplace } from '../client/workplace.ts';
import { openOfficeComputer } from '../offline/index.ts';
import '../styles/office.css';
import { Office } from './office.tsx';
import { doorKeeper } from './unlock/door-keeper.ts';
import { watchVersions } from './versions.ts';

/** Opens the office in the browser: words, what this computer keeps, then the door. */
async function open(): Promise<void> {
  const language = languageHere();
  const [computer, turns] = await Promise.all([openOfficeComputer(browserWorld), turnsHere(), speak(language)]);
  const place = document.getElementById('office');
  if (place === null) throw new Error('the page has no place for the office');
  void computer.askRoom();
  createRoot(place).render(
    <Office
      language={language}
      keeper={doorKeeper(computer)}
      versions={watchVersions()}
      openWorkplace={({ vault, session }) => openWorkplace({ world: browserWorld, computer, vault, session, turns })}
    />,
  );
}

void open();
