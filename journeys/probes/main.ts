import type { Answers } from './answers.ts';
import { boxesOfPage } from './boxes.ts';
import { misfits } from './fit.ts';
import { beginWalk, endWalk } from './focus-walk.ts';
import { smallTargets, smallTexts } from './legibility.ts';
import { edgeless, moving } from './modes.ts';
import { lettersDrawn, mixedTexts } from './scripts.ts';

const probes: { readonly [Name in keyof Answers]: () => Answers[Name] } = {
  boxesOfPage,
  misfits,
  beginWalk,
  endWalk,
  smallTargets,
  smallTexts,
  edgeless,
  moving,
  lettersDrawn,
  mixedTexts,
};

Object.assign(window, { probes });
