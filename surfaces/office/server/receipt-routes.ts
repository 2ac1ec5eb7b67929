import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { maskedNationalCard } from '#design/documents/index.ts';
import { oneFile } from '#modules/applications';
import { toIsoDate } from '#platform/dates';
import { refuse } from '#platform/refusals';
import type { House } from '../../house.ts';
import { readDossier } from '../../portal/routes/read-dossier.ts';
import { toReceipt } from '../../portal/views/receipt.ts';
import { findSession } from '../../server/identity.ts';
import type { Receipt } from '../client/receipts.ts';

/** The receipt of a file as data, signed: the office prints it twice on a sheet. Whoever may read the file may have it. */
export function receiptRoutes(app: FastifyInstance, house: House): void {
  app.get<{ Params: { application: string } }>('/api/office/receipts/:application', async (request, reply) => {
    reply.header('cache-control', 'no-store');
    const session = await findSession(house, request);
    if (!session) return reply.code(401).send(refuse('signed-out'));
    const application = z.uuid().safeParse(request.params.application).data;
    const receipt = application && (await receiptOf(house, session.actor, application));
    return receipt || reply.code(404).send(refuse('file-not-found', { place: 'application' }));
  });
}

type Actor = NonNullable<Awaited<ReturnType<typeof findSession>>>['actor'];

async function receiptOf(house: House, actor: Actor, application: string): Promise<Receipt | undefined> {
  const asked = await house.desk.ask(oneFile, { application }, { actor });
  const territory = asked.ok ? asked.output.file?.territory : undefined;
  const dossier = territory === undefined ? undefined : await readDossier(house, { id: application, territory });
  if (!dossier) return undefined;
  const { receiptNumber, filedOn, office, family, emergenciesUntil, answerBy, credentialText } = toReceipt(
    dossier,
    house.signingKey,
  );
  return {
    ...{ application, number: receiptNumber, filedOn: toIsoDate(filedOn), office, signed: credentialText },
    ...{ answerBy: toIsoDate(answerBy), emergenciesUntil: toIsoDate(emergenciesUntil) },
    family: family.map(({ name, nationalCard, birthYear }) => ({
      ...{ name, birthYear },
      card: nationalCard ? maskedNationalCard(nationalCard) : '',
    })),
  };
}
