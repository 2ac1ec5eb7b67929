import { Words } from '../../client/words.tsx';

export type CardsPaper = 'proof-sheet' | 'parcel-slip' | 'hand-over-list' | 'destruction';

/** As many cards as the server sets at once. */
const CARDS_A_PART = 1_000;

type PaperProps = { readonly paper: CardsPaper; readonly number: string; readonly cards: number };

/** A paper of a batch, a parcel or a destruction, in French and Arabic, as the server prints it; of many cards in parts. */
export function PaperLink({ paper, number, cards }: PaperProps) {
  const parts = Math.max(1, Math.ceil(cards / CARDS_A_PART));
  return Array.from({ length: parts }, (_, at) => at + 1).map((part) => (
    <span key={part}>
      <a href={`/api/print/cards/${paper}/${number}?part=${part}`} target="_blank" rel="noreferrer">
        <Words k={`office.cards.print.${paper}`} />
        {parts === 1 ? null : <Words k="office.cards.print-part" facts={{ part, parts }} />}
      </a>{' '}
    </span>
  ));
}
