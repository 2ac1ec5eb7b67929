import { type Law, lawAt } from '#law';
import { today } from '#platform/clock';
import { toIsoDate } from '#platform/dates';
import type { House } from '../../house.ts';
import { renderGuideIndex } from '../pages/guide/guide-index.tsx';
import { renderGuidePage } from '../pages/guide/guide-page.tsx';
import { paths, placeOf } from '../place.ts';
import { listGuideTexts, pathOf } from '../views/guide/content.ts';
import { findGuideView } from '../views/guide/guide-view.ts';
import { toGuideIndexView } from '../views/guide/search.ts';
import { fieldOf, sendPage } from './answers.ts';
import type { RoutesInLanguage } from './portal.ts';

const LONGEST_QUERY = 80;

/** P03, P24: the guide, its search, and the statements. Each page is of the day it is read: a decree changes its numbers without an editor. */
export const guideRoutes: RoutesInLanguage = (app, { house }, language) => {
  app.get(paths.guide, async (request, reply) => {
    const query = fieldOf(request.query, 'q').slice(0, LONGEST_QUERY);
    return sendPage(reply, renderGuideIndex(placeOf(language, paths.guide), toGuideIndexView(language, query)));
  });
  for (const { entry } of listGuideTexts(language)) {
    const path = pathOf(entry);
    app.get(path, async (_request, reply) => {
      const view = findGuideView(language, entry.name, lawOf(house));
      if (!view) return reply.callNotFound();
      return sendPage(reply, renderGuidePage(placeOf(language, path), view));
    });
  }
};

function lawOf({ clock }: House): Law {
  return lawAt(toIsoDate(today(clock)));
}
