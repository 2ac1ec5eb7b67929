import { bannerExamples } from './banner.examples.tsx';
import { buttonExamples } from './button.examples.tsx';
import { choicesExamples } from './choices.examples.tsx';
import { dateFieldExamples } from './date-field.examples.tsx';
import { errorSummaryExamples } from './error-summary.examples.tsx';
import type { ComponentExamples } from './example.ts';
import { figureExamples } from './figure.examples.tsx';
import { listExamples } from './lists.examples.tsx';
import { navigationExamples } from './navigation.examples.tsx';
import { pictureExamples } from './pictures.examples.tsx';
import { qrCodeExamples } from './qr-code.examples.tsx';
import { scaleExamples } from './scale.examples.tsx';
import { scoreExamples } from './score.examples.tsx';
import { selectFieldExamples } from './select-field.examples.tsx';
import { statusTagExamples } from './status-tag.examples.tsx';
import { textFieldExamples } from './text-field.examples.tsx';
import { timelineExamples } from './timeline.examples.tsx';
import { verdictPanelExamples } from './verdict-panel.examples.tsx';

export const componentExamples: readonly ComponentExamples[] = [
  timelineExamples,
  verdictPanelExamples,
  scoreExamples,
  scaleExamples,
  figureExamples,
  bannerExamples,
  statusTagExamples,
  listExamples,
  buttonExamples,
  textFieldExamples,
  dateFieldExamples,
  choicesExamples,
  selectFieldExamples,
  qrCodeExamples,
  errorSummaryExamples,
  navigationExamples,
  pictureExamples,
];
