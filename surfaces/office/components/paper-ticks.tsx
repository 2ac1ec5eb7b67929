import type { ReactNode } from 'react';
import { type NeededKind, neededKinds } from '#modules/applications';
import { Words } from '../client/words.tsx';

type TicksProps = {
  readonly legend: ReactNode;
  readonly papers: readonly NeededKind[];
  readonly onPapers: (papers: readonly NeededKind[]) => void;
};

/** Which papers of the list a family is asked for. */
export function PaperTicks({ legend, papers, onPapers }: TicksProps) {
  return (
    <fieldset className="ticks">
      {legend}
      {neededKinds.map((kind) => (
        <label key={kind}>
          <input
            type="checkbox"
            checked={papers.includes(kind)}
            onChange={() => onPapers(papers.includes(kind) ? papers.filter((one) => one !== kind) : [...papers, kind])}
          />{' '}
          <Words k={`applications.paper.${kind}`} />
        </label>
      ))}
    </fieldset>
  );
}
