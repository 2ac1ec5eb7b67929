import { Words } from '../../client/words.tsx';
import { type PrintedPaper, printAddress, printLanguages } from './print-address.ts';

/** Papers of a sitting, each in Arabic and in French, as the server prints them: the same bytes every time. */
export function Prints({ sitting, papers }: { readonly sitting: string; readonly papers: readonly PrintedPaper[] }) {
  return (
    <ul className="prints">
      {papers.map((paper) => (
        <li key={paper}>
          <Words k={`office.minutes.print.${paper}`} />
          {(paper === 'convocations' ? (['both'] as const) : printLanguages).map((language) => (
            <a key={language} href={printAddress({ sitting, paper, language })} target="_blank" rel="noreferrer">
              <Words k={`office.minutes.in.${language}`} />
            </a>
          ))}
        </li>
      ))}
    </ul>
  );
}
