/** A run of letters, and whether the other side lacks it. */
export type Span = { readonly text: string; readonly apart: boolean };
export type Marked = { readonly declared: readonly Span[]; readonly answered: readonly Span[] };

const letters = new Intl.Segmenter('und', { granularity: 'grapheme' });

/**
 * Where two writings of one thing part, letter by letter: the longest row of letters that both have in the same order is common, the rest is
 * apart; so is a letter alone between two that are, which two words share by chance. Capitals do not count. A letter with its marks is one
 * letter, in Arabic as in Latin: a shadda more is a difference.
 */
export function markApart(declared: string, answered: string): Marked {
  const steps = stepsBetween(toLetters(declared), toLetters(answered));
  const marked: { declared: Span[]; answered: Span[] } = { declared: [], answered: [] };
  steps.forEach((step, place) => {
    const isApart = !isCommon(step) || (!isCommonAt(steps, place - 1) && !isCommonAt(steps, place + 1));
    if (step.declared !== undefined) add(marked.declared, step.declared, isApart);
    if (step.answered !== undefined) add(marked.answered, step.answered, isApart);
  });
  return marked;
}

/** A letter that both have, or that only one has. */
type Step = { readonly declared?: string; readonly answered?: string };

function isCommon({ declared, answered }: Step): boolean {
  return declared !== undefined && answered !== undefined;
}

/** The two ends stand with what is common. */
function isCommonAt(steps: readonly Step[], place: number): boolean {
  const step = steps[place];
  return step === undefined || isCommon(step);
}

function stepsBetween(left: readonly Letter[], right: readonly Letter[]): Step[] {
  const lengths = commonLengths(left, right);
  const steps: Step[] = [];
  let [i, j] = [0, 0];
  while (i < left.length || j < right.length) {
    const [one, other] = [left[i], right[j]];
    if (one && other && one.folded === other.folded) {
      steps.push({ declared: one.text, answered: other.text });
      i += 1;
      j += 1;
    } else if (one && (!other || lengthAt(lengths, i + 1, j) >= lengthAt(lengths, i, j + 1))) {
      steps.push({ declared: one.text });
      i += 1;
    } else if (other) {
      steps.push({ answered: other.text });
      j += 1;
    }
  }
  return steps;
}

type Letter = { readonly text: string; readonly folded: string };

function toLetters(text: string): Letter[] {
  return [...letters.segment(text.normalize('NFC'))].map(({ segment }) => ({
    text: segment,
    folded: segment.normalize('NFKC').toLocaleLowerCase('fr'),
  }));
}

/** How many letters the rests from every pair of places have in common. */
function commonLengths(left: readonly Letter[], right: readonly Letter[]): number[][] {
  const lengths: number[][] = Array.from({ length: left.length + 1 }, () => new Array<number>(right.length + 1).fill(0));
  for (let i = left.length - 1; i >= 0; i -= 1) {
    for (let j = right.length - 1; j >= 0; j -= 1) {
      const isCommon = left[i]?.folded === right[j]?.folded;
      const longest = isCommon
        ? lengthAt(lengths, i + 1, j + 1) + 1
        : Math.max(lengthAt(lengths, i + 1, j), lengthAt(lengths, i, j + 1));
      (lengths[i] as number[])[j] = longest;
    }
  }
  return lengths;
}

function lengthAt(lengths: readonly number[][], i: number, j: number): number {
  return lengths[i]?.[j] ?? 0;
}

function add(spans: Span[], text: string, apart: boolean): void {
  const last = spans.at(-1);
  if (last?.apart === apart) spans[spans.length - 1] = { text: last.text + text, apart };
  else spans.push({ text, apart });
}
