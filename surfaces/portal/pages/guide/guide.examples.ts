import { lawAt } from '#law';
import type { Place } from '../../place.ts';
import { paths } from '../../place.ts';
import { pathOf, readEntries } from '../../views/guide/content.ts';
import { findGuideView } from '../../views/guide/guide-view.ts';
import { toGuideIndexView } from '../../views/guide/search.ts';
import { renderGuideIndex } from './guide-index.tsx';
import { renderGuidePage } from './guide-page.tsx';
import { renderOpinion } from './opinion.tsx';

const law = lawAt('2026-11-22');

const searched = { ar: 'الطعن', fr: 'recours', zgh: 'ⵜⴰⴽⴰⵕⴹⴰ', en: 'appeal' } as const;

/** The guide as it is, on a day of law: every page, the index, a search that finds and one that does not. */
export const guideExamples = [
  ...readEntries().map((entry) => ({
    name: `guide-${entry.name}`,
    path: pathOf(entry),
    render(place: Place): string {
      const view = findGuideView(place.reader.language, entry.name, law);
      if (!view) throw new Error(`no page ${entry.name}`);
      return renderGuidePage(place, view);
    },
  })),
  {
    name: 'guide',
    path: paths.guide,
    render: (place: Place) => renderGuideIndex(place, toGuideIndexView(place.reader.language, '')),
  },
  {
    name: 'guide-found',
    path: paths.guide,
    render: (place: Place) => renderGuideIndex(place, toGuideIndexView(place.reader.language, searched[place.reader.language])),
  },
  {
    name: 'guide-nothing-found',
    path: paths.guide,
    render: (place: Place) => renderGuideIndex(place, toGuideIndexView(place.reader.language, 'xyz')),
  },
  {
    name: 'opinion',
    path: paths.opinion(paths.guidePage('pay')),
    render: (place: Place) => renderOpinion(place, { page: paths.guidePage('pay'), isHelpful: false, opinion: 'a' }),
  },
  {
    name: 'opinion-too-long',
    path: paths.opinion(paths.guidePage('pay')),
    render: (place: Place) =>
      renderOpinion(place, { page: paths.guidePage('pay'), isHelpful: true, opinion: 'a', typed: '1 2 3', error: 'too-long' }),
  },
  {
    name: 'opinion-kept',
    path: paths.opinion(paths.guidePage('pay')),
    render: (place: Place) => renderOpinion(place, { page: paths.guidePage('pay'), isHelpful: true }),
  },
];
