import type { AppealOutcome } from '#modules/commissions';
import { Words } from '../../client/words.tsx';

/** What became of an appeal, said as a result: a decision upheld or reformed, a file sent back, an appeal that waits. */
export function Ruled({ outcome }: { readonly outcome: AppealOutcome }) {
  return <Words k={outcome === 'adjourned' ? 'office.appeals.adjourned' : `commissions.appeal-state.${outcome}`} />;
}
