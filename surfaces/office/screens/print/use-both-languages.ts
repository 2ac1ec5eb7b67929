import { useEffect, useState } from 'react';
import { learn } from '../../client/words.tsx';

/** A receipt speaks French and Arabic, whatever its agent speaks. */
export function useBothLanguages(): boolean {
  const [areHere, setHere] = useState(false);
  useEffect(() => void Promise.all([learn('fr'), learn('ar')]).then(() => setHere(true)), []);
  return areHere;
}
