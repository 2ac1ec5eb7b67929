import { useText, Words } from '../../client/words.tsx';

type SeveralProps = { readonly words: string; readonly of: readonly string[]; readonly none?: string };

/** Several things by their words, one after the other; what is said where there is none. */
export function Several({ words, of, none }: SeveralProps) {
  const text = useText();
  if (of.length === 0) return none === undefined ? null : <Words k={none} />;
  return <>{of.map((one) => text(`${words}.${one}`)).join(' · ')}</>;
}
