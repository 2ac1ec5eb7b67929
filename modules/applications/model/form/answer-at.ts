import type { Problem } from './to-declaration.ts';

/** Where an answer is asked: its page, the person it is about, and the question: `birth/cnie`, `identity/3/names.fr.given`. */
export function placeAsked({ refusal, page, ref }: Problem): string {
  const path = (refusal.place ?? '').replace(/^members(\[\d+\])?\.?/, '');
  return [page, ref, path].filter((part) => part !== undefined && part !== '').join('/');
}
