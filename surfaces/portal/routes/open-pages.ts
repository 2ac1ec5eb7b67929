import type { FastifyInstance } from 'fastify';
import { lawAt } from '#law';
import { recentBatches } from '#modules/applications';
import { yearlyContribution } from '#modules/contributions';
import { today } from '#platform/clock';
import { toIsoDate } from '#platform/dates';
import type { Language } from '#platform/i18n';
import { expectDone } from '#platform/jobs';
import { dirhams } from '#platform/money';
import { systemActor } from '#platform/permissions';
import type { House } from '../../house.ts';
import { findSampleFiles } from '../../samples.ts';
import { renderGallery } from '../pages/gallery.tsx';
import { type HomeView, renderHome } from '../pages/home.tsx';
import { renderLanguageChooser } from '../pages/language-chooser.tsx';
import { renderSampleFiles } from '../pages/sample-files.tsx';
import { paths, placeOf } from '../place.ts';
import { findHelpline } from '../views/guide/content.ts';
import { firstGuideLinks } from '../views/guide/search.ts';
import { goTo, sendPage } from './answers.ts';
import { languageOf, wishedLanguage } from './language-wish.ts';
import type { RoutesInLanguage } from './portal.ts';

type Gallery = { Querystring: { language?: string; component?: string } };

/** Pages that stand above the languages: the choice of one, and the gallery. */
export function pagesAboveLanguages(app: FastifyInstance): void {
  app.get('/', async (request, reply) => {
    const wish = wishedLanguage(request.headers['accept-language']);
    return sendPage(reply.header('vary', 'accept-language'), renderLanguageChooser(wish));
  });
  app.get<Gallery>('/gallery', async (request, reply) => {
    const { language = languageOf(request), component } = request.query;
    return sendPage(reply, renderGallery(language, component));
  });
  app.get(paths.samples, async (request, reply) => goTo(reply, `/${languageOf(request)}${paths.samples}`));
}

/** P02, and in development the page of three files worth opening. */
export const openPages: RoutesInLanguage = (app, { house }, language) => {
  app.get('/', async (_request, reply) =>
    sendPage(reply, renderHome(placeOf(language, paths.home), await readHome(house, language))),
  );
  if (house.config.mode !== 'development') return;
  app.get(paths.samples, async (_request, reply) => {
    const files = await findSampleFiles(house);
    return sendPage(reply, renderSampleFiles(placeOf(language, paths.samples), { files }), { personal: true });
  });
};

const EXAMPLE_PERSONS = 4;

async function readHome(house: House, language: Language): Promise<HomeView> {
  const { perPerson, householdCap } = lawAt(toIsoDate(today(house.clock))).contributions;
  const rule = { perPerson: perPerson.value, householdCap: householdCap.value };
  return {
    contribution: {
      perPerson: dirhams(rule.perPerson),
      cap: dirhams(rule.householdCap),
      example: { persons: EXAMPLE_PERSONS, amount: yearlyContribution(EXAMPLE_PERSONS, rule) },
    },
    guide: firstGuideLinks(language),
    helpline: findHelpline(),
    hasSamples: house.config.mode === 'development' && (await wasRehearsed(house)),
  };
}

async function wasRehearsed({ desk }: House): Promise<boolean> {
  const asked = await desk.ask(recentBatches, { limit: 20 }, { actor: systemActor('portal') });
  return expectDone(asked, 'portal.home').batches.some(({ rehearsal }) => rehearsal);
}
