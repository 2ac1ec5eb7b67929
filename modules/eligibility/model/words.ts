const longest = 31;

/**
 * Numbers the words of a short list from 1 by length and first letter, which in our lists tell them apart; 0 for no word. A map would
 * cost more than everything else that scoring does with a member. Throws when two words of the list cannot be told apart. The word
 * must be one of the list: parsed declarations have no others.
 */
export function numberWords(words: readonly string[]): (word: string | undefined) => number {
  const places = new Uint8Array((longest + 1) * 32);
  for (const [index, word] of words.entries()) {
    const key = keyOf(word);
    if (word.length > longest || places[key] !== 0) throw new TypeError(`${word} cannot be told from ${words.join(', ')}`);
    places[key] = index + 1;
  }
  return (word) => (word === undefined ? 0 : (places[keyOf(word)] as number));
}

function keyOf(word: string): number {
  return word.length * 32 + (word.charCodeAt(0) & 31);
}
