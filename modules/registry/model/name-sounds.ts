/**
 * How one word of a name may sound: a few keys, nearly always one. Two words that share a key sound alike, in whatever script and
 * spelling: Benhaddou, Ben Hadou and بن حدو; Oulad Lahcen and ولاد الحسن.
 */
export type WordSounds = readonly string[];

/**
 * The words that carry a name, each with its sounds: particles joined to the word they belong to (Ben Ali is one word, Nour Eddine is one
 * word), articles left away, titles forgotten unless there is nothing else. No word of a name without letters.
 */
export function soundsOf(name: string): readonly WordSounds[] {
  return wordsOf(name)
    .map((word) => soundsOfWord(word))
    .filter((sounds) => sounds.length > 0);
}

/** The words that carry a name as they are compared letter by letter: small, without marks, joined as `soundsOf` joins them. */
export function wordsOf(name: string): readonly string[] {
  const written = lettersOf(name);
  const named = written.filter((word) => !titles.has(word));
  return joined((named.length > 0 ? named : written).map((word) => abbreviations.get(word) ?? word));
}

export function soundsOfWord(word: string): WordSounds {
  const bare = isArabic(word) ? withoutArabicArticle(word) : withoutLatinArticle(word);
  const sounded = bare.flatMap((form) => (isArabic(form) ? arabicSounds(form) : latinSounds(form)));
  return [...new Set(sounded)].filter((sound) => sound.length > 1 || bare.length === 1).slice(0, mostSounds);
}

const mostSounds = 6;

/** NFKD takes hamza, madda and short vowels off their letters; what is between two letters of one word (L'Hassan, Sa'id) goes too. */
function lettersOf(name: string): string[] {
  return name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[\p{M}\p{Lm}'’‘`´ʿʾء]/gu, '')
    .split(/[^\p{L}]+/u)
    .filter((word) => word !== '');
}

const titles = wordList(
  'moulay mulay moulai mly my lalla lala sidi sidy si haj hajj haja hajja مولاي لالة لالا للا سيدي سي الحاج حاج الحاجة حاجة',
);
const abbreviations: ReadonlyMap<string, string> = new Map([
  ...[...wordList('med md mhd')].map((short) => [short, 'mohamed'] as const),
  ...[...wordList('ould oueld ouled oulad')].map((son) => [son, 'wald'] as const),
  ...[...wordList('اولاد ولاد')].map((sons) => [sons, 'ولد'] as const),
]);
const openings = wordList(
  'el al ben bent bnt bint ibn bou abou abu ou id wald ait ayt abd abdel abdul oum om ال بن ابن بنت بو ابو او و اد ايد ولد ايت عبد ام',
);
const closings = wordList('eddine edine ddine dine din addine allah ellah llah lah الدين الله لله');

function wordList(words: string): ReadonlySet<string> {
  return new Set(words.split(' '));
}

function joined(words: readonly string[]): string[] {
  const result: string[] = [];
  let open = '';
  for (const word of words) {
    const last = result.at(-1);
    if (open === '' && last !== undefined && closings.has(word)) {
      result[result.length - 1] = last + withoutInnerArticle(word);
      continue;
    }
    const whole = open === '' ? word : open + (isArabic(open) ? withoutInnerArticle(word) : word);
    open = openings.has(word) ? whole : '';
    if (open === '') result.push(whole);
  }
  return open === '' ? result : [...result, open];
}

function withoutInnerArticle(word: string): string {
  return word.replace(/^ال(?=.{2})/u, '').replace(/^[ea](?=dd|ll|d[i])/, '');
}

function isArabic(word: string): boolean {
  return /\p{Script=Arabic}/u.test(word);
}

/** Ilyas and Ilham are often written as if they had the article. */
function withoutArabicArticle(word: string): readonly string[] {
  const bare = word.replace(/^ال(?=.{2})/u, '');
  return /^ال[يه]/u.test(word) ? [bare, word] : [bare];
}

/** A Latin word may begin like an article without having one (Alami, Latifa), so both are kept. */
function withoutLatinArticle(word: string): readonly string[] {
  const bare = [
    /^(?:el|al)(.{3,})$/,
    /^[ea]((?:ss|zz|rr|nn|dd|tt|ch|sh|ll).{2,})$/,
    /^l([^aeiouy].{2,})$/,
    /^l([aeiouy].{3,})$/,
    /^la([^aeiouy]{2}.{2,})$/,
  ].flatMap((article) => article.exec(word)?.[1] ?? []);
  return [word, ...bare];
}

type Sounded = readonly [letters: RegExp, sounds: readonly string[]];

/** Read from left to right, the first that fits; every way to read the word is followed. */
function soundsBy(table: readonly Sounded[], word: string): string[] {
  let readings = [''];
  for (let at = 0; at < word.length; ) {
    const rest = word.slice(at);
    const [length, sounds] = firstThatFits(table, rest);
    readings = readings.flatMap((reading) => sounds.map((sound) => reading + sound)).slice(0, mostSounds);
    at += length;
  }
  return readings;
}

function firstThatFits(table: readonly Sounded[], rest: string): readonly [number, readonly string[]] {
  for (const [letters, sounds] of table) {
    const length = letters.exec(rest)?.[0].length;
    if (length) return [length, sounds];
  }
  return [1, ['']];
}

function latinSounds(word: string): string[] {
  const single = word
    .replace(/^abd[aeu]l(?=.{2})/, 'abd')
    .replace(/(.)\1+/g, '$1')
    .replace(/[ckq](?=[kq])/g, '')
    .replace(/^be[nl](?:e?l(?=.{3}))?(?=.{3})/, 'ben');
  const [opening, from] = latinOpening(single);
  return soundsBy(latinLetters, single.slice(from)).flatMap((sound) => opening.map((first) => first + sound));
}

function latinOpening(word: string): readonly [readonly string[], number] {
  if (/^(?:w|ou|u(?=[aeio]))/.test(word)) return [['W', 'A'], 1];
  if (/^(?:yi|[yi](?=[aeou]))/.test(word)) return [['Y', 'A'], 1];
  if (/^[aei](?=br|dr|mb)/.test(word)) return [['A', ''], 1];
  return /^[aeiouy]/.test(word) ? [['A'], 1] : [[''], 0];
}

const latinLetters: readonly Sounded[] = [
  [/^sch/, ['C']],
  [/^ch/, ['C']],
  [/^sh/, ['C', 'SH']],
  [/^kh/, ['K', 'KH']],
  [/^gh/, ['K', 'R']],
  [/^dj/, ['J']],
  [/^th/, ['T', 'TH']],
  [/^dh/, ['D', 'DH']],
  [/^ph/, ['F']],
  [/^h$/, ['', 'H']],
  [/^gu(?=[ei])/, ['K']],
  [/^g(?=[eiy])/, ['K', 'J']],
  [/^c(?=[eiy])/, ['S']],
  [/^x/, ['KS']],
  [/^[bp]/, ['B']],
  [/^t/, ['T']],
  [/^j/, ['J']],
  [/^h/, ['H']],
  [/^d/, ['D']],
  [/^r/, ['R']],
  [/^z/, ['Z']],
  [/^s/, ['S']],
  [/^[fv]/, ['F']],
  [/^[kqcg]/, ['K']],
  [/^l/, ['L']],
  [/^m/, ['M']],
  [/^n/, ['N']],
];

function arabicSounds(word: string): string[] {
  const single = word
    .replace(/^عبدال(?=.{2})/u, 'عبد')
    .replace(/لل/g, 'ل')
    .replace(/اة$/, 'ات')
    .replace(/^ب(?:ن|ل|ال|نال)(?=.{3})/u, 'بن');
  const [opening, from] = arabicOpening(single);
  return soundsBy(arabicLetters, single.slice(from)).flatMap((sound) => opening.map((first) => first + sound));
}

function arabicOpening(word: string): readonly [readonly string[], number] {
  if (/^او/.test(word)) return [['A', 'W'], 2];
  if (/^و/.test(word)) return [['W', 'A'], 1];
  if (/^ا(?=بر|در|مب)/.test(word)) return [['A', ''], 1];
  if (/^ي/.test(word)) return [['Y'], 1];
  return /^[اعى]/.test(word) ? [['A'], 1] : [[''], 0];
}

const arabicLetters: readonly Sounded[] = [
  [/^ه$/, ['', 'H']],
  [/^ب/, ['B']],
  [/^پ/, ['B']],
  [/^[تطث]/, ['T']],
  [/^ج/, ['J']],
  [/^[حه]/, ['H']],
  [/^[دضذظ]/, ['D']],
  [/^ر/, ['R']],
  [/^ز/, ['Z']],
  [/^[سص]/, ['S']],
  [/^ش/, ['C']],
  [/^[فڤ]/, ['F']],
  [/^غ/, ['K', 'R']],
  [/^[قكخڭݣگک]/, ['K']],
  [/^ل/, ['L']],
  [/^م/, ['M']],
  [/^ن/, ['N']],
];
