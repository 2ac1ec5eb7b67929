import type { QuestionOutput } from '../../client/contract.ts';
import { Words } from '../../client/words.tsx';

/** A known file that looks like the one being typed. */
export type Candidate = QuestionOutput<'applications.likely-the-same'>['candidates'][number];

/** Why it looks so, the strongest reason first. */
export function Reasons({ candidate: { reasons } }: { readonly candidate: Candidate }) {
  return (
    <span className="likely-why">
      {[...new Set(reasons.map(({ why }) => why))].map((why) => (
        <span key={why}>
          <Words k={`office.entry.likely-why.${why}`} />
        </span>
      ))}
    </span>
  );
}
