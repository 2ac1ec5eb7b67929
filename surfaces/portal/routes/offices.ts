import { renderOffice } from '../pages/offices/office.tsx';
import { renderOffices } from '../pages/offices/offices.tsx';
import { paths, placeOf } from '../place.ts';
import { findOffices, toOfficesView } from '../views/offices/offices-view.ts';
import { fieldOf, sendPage } from './answers.ts';
import type { RoutesInLanguage } from './portal.ts';

const LONGEST_QUERY = 80;

/** P22: where to go, by region, province and commune, or by name. */
export const officeRoutes: RoutesInLanguage = (app, _portal, language) => {
  app.get(paths.offices, async (request, reply) => {
    const query = fieldOf(request.query, 'q').slice(0, LONGEST_QUERY);
    return sendPage(reply, renderOffices(placeOf(language, paths.offices), toOfficesView(query)));
  });
  app.get<{ Params: { code: string } }>(paths.office(':code'), async (request, reply) => {
    const found = findOffices(request.params.code);
    if (!found) return reply.callNotFound();
    const place = placeOf(language, paths.office(request.params.code));
    return sendPage(reply, 'office' in found ? renderOffice(place, found.office) : renderOffices(place, found.list));
  });
};
