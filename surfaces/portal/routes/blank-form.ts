import { blankFormPdf } from '#design/documents/index.ts';
import { type Language, languageCodes } from '#platform/i18n';
import { renderBlankForm } from '../pages/blank-form/blank-form.tsx';
import { paths, placeOf } from '../place.ts';
import { toBlankForm } from '../views/blank-form/blank-form.ts';
import { sendPage } from './answers.ts';
import type { RoutesInLanguage } from './portal.ts';

/** P21: the form on paper, the same for everybody, so that it is set once in the life of the server. */
export const blankFormRoutes: RoutesInLanguage = (app, _portal, language) => {
  app.get(paths.blankForm, async (_request, reply) => {
    const files = await Promise.all(languageCodes.map(async (one) => ({ language: one, weight: kilobytes(await fileIn(one)) })));
    return sendPage(reply, renderBlankForm(placeOf(language, paths.blankForm), { files }));
  });
  app.get(paths.blankFormFile, async (_request, reply) =>
    reply
      .header('cache-control', 'public, max-age=86400')
      .header('content-disposition', `inline; filename="ramed-form-${language}.pdf"`)
      .type('application/pdf')
      .send(await fileIn(language)),
  );
};

const files = new Map<Language, Promise<Buffer>>();

function fileIn(language: Language): Promise<Buffer> {
  const file = files.get(language) ?? blankFormPdf(toBlankForm(language)).then((bytes) => Buffer.from(bytes));
  files.set(language, file);
  return file;
}

function kilobytes({ length }: Buffer): number {
  return Math.ceil(length / 1024);
}
