import { Words } from '../../client/words.tsx';

export type CardsPaper = 'proof-sheet' | 'parcel-slip' | 'hand-over-list' | 'destruction';

/** A paper of a batch, a parcel or a destruction, in French and Arabic, as the server prints it. */
export function PaperLink({ paper, number }: { readonly paper: CardsPaper; readonly number: string }) {
  return (
    <a href={`/api/print/cards/${paper}/${number}`} target="_blank" rel="noreferrer">
      <Words k={`office.cards.print.${paper}`} />
    </a>
  );
}
