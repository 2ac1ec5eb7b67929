/** Where an element stands in its parent, counted along the line of its reader: in Arabic from the right, in French from the left. */
export type Box = {
  readonly path: string;
  /** The gap to the parent's edges, in sizes of the reader's letters (Arabic is set 6 % larger, spaces with it). */
  readonly start: number;
  readonly end: number;
  /** Whether it is the first on its line, so that no text before it pushes it along. */
  readonly leads: boolean;
  /** Whether it stands after what comes before it on the same line, as the reader goes. */
  readonly follows: boolean;
  /** -1: drawn mirrored. */
  readonly flip: 1 | -1;
};

/** What each probe answers; those that look for faults answer with them in words, none when all is well. */
export type Answers = {
  readonly boxesOfPage: Box[];
  readonly misfits: string[];
  readonly beginWalk: number;
  readonly endWalk: string[];
  readonly smallTargets: string[];
  readonly smallTexts: string[];
  readonly edgeless: string[];
  readonly moving: string[];
  readonly lettersDrawn: string;
  readonly mixedTexts: string[];
};
