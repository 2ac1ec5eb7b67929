import { correctOnAppeal } from './correct-on-appeal.ts';
import { decideAppeal } from './decide-appeal.ts';
import { examineAppeal } from './examine-appeal.ts';
import { fileAppeal } from './file-appeal.ts';
import { freezeAppeals } from './freeze-appeals.ts';
import { takeAppeal } from './take-appeal.ts';
import { tellAppeal } from './tell-appeal.ts';
import { undoAppealDecision } from './undo-appeal-decision.ts';

/** The deeds of an appeal, from the family's words to what it is told. */
export const appealActions = [
  fileAppeal,
  takeAppeal,
  examineAppeal,
  correctOnAppeal,
  freezeAppeals,
  decideAppeal,
  undoAppealDecision,
  tellAppeal,
] as const;
