import { newId } from '#platform/ids';
import { expectDone } from '#platform/jobs';
import { publicActor, scopeOf } from '#platform/permissions';
import { renderStop, type StopView } from '../../pages/notices/stop.tsx';
import { paths, placeOf } from '../../place.ts';
import { isFromElsewhere, sendPage } from '../answers.ts';
import type { Portal, RoutesInLanguage } from '../portal.ts';

type OfCode = { Params: { code: string } };

/** The end of each message: whoever holds the telephone stops them, without a number or a birth date. */
export const stopRoutes: RoutesInLanguage = (app, portal, language) => {
  const page = (given: string, answer?: StopView['answer']) => {
    const code = given.slice(0, 40);
    return renderStop(placeOf(language, paths.stopNotices(code)), { code, ...(answer ? { answer } : {}) });
  };
  app.get<OfCode>('/stop/:code', async ({ params }, reply) => sendPage(reply, page(params.code), { personal: true }));
  app.post<OfCode>('/stop/:code', { bodyLimit: 1_024 }, async (request, reply) => {
    const { code } = request.params;
    if (isFromElsewhere(request)) return sendPage(reply, page(code), { status: 403, personal: true });
    if (await portal.hasTriedTooOften.notices(request))
      return sendPage(reply, page(code, 'too-many-attempts'), { status: 429, personal: true });
    const isStopped = await stopBy(portal, code.slice(0, 40));
    return sendPage(reply, page(code, isStopped ? 'stopped' : 'unknown'), { personal: true });
  });
};

async function stopBy({ house }: Portal, code: string): Promise<boolean> {
  const { noticesToStop, stopNotices } = house.notices;
  const { recipient } = expectDone(await house.desk.ask(noticesToStop, { code }, { actor: publicActor }), noticesToStop.name);
  if (!recipient) return false;
  const { application, territory } = recipient;
  const actor = { id: 'public', permissions: new Set(['notices:receive'] as const), scopes: [scopeOf(territory)] };
  expectDone(await house.desk.do(stopNotices, { application }, { actor, key: newId() }), stopNotices.name);
  return true;
}
