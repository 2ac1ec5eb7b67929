import type { Place } from '../../place.ts';
import { paths } from '../../place.ts';
import { renderBlankForm } from './blank-form.tsx';

const files = [
  { language: 'ar', weight: 290 },
  { language: 'zgh', weight: 257 },
  { language: 'fr', weight: 228 },
  { language: 'en', weight: 225 },
] as const;

export const blankFormExamples = [
  { name: 'blank-form', path: paths.blankForm, render: (place: Place) => renderBlankForm(place, { files }) },
];
