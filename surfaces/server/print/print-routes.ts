import { createHash } from 'node:crypto';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { agendaPdf, convocationPdf, minutesPdf, signaturesPdf } from '#design/documents/index.ts';
import { notePrinting, type PrintedPaper, parseMinutes, sealedMinutes, sittingToPrint } from '#modules/commissions';
import { newId } from '#platform/ids';
import type { Actor } from '#platform/permissions';
import { refuse } from '#platform/refusals';
import type { House } from '../../house.ts';
import { findSession } from '../identity.ts';
import { toMinutesDocument } from './minutes-document.ts';
import { minutesForm } from './minutes-form.ts';
import { type SittingToPrint, toAgenda, toConvocation, toSignatures } from './sitting-documents.ts';

/**
 * The papers of a sitting as PDF, for agents: `GET /api/print/<paper>/<sitting>?language=fr|ar`; an agenda shows what
 * the score proposes with `&proposals=shown`. Each print is noted before the paper is
 * given, with the digest of its bytes where the paper is sealed.
 */
export function printRoutes(app: FastifyInstance, house: House): void {
  for (const [paper, print] of Object.entries(papers)) {
    const schema = {
      summary: `The ${paper} of a sitting as a PDF`,
      description: 'Permission: `commissions:read`.',
      tags: ['commissions'],
      params: Params,
      querystring: Wish,
    };
    app.get(`/api/print/${paper}/:sitting`, { schema }, async (request, reply) => {
      reply.header('cache-control', 'no-store');
      const session = await findSession(house, request);
      if (!session) return reply.code(401).send(refuse('signed-out'));
      const wished = wishOf(request);
      const printed = wished && (await print(house, { ...wished, actor: session.actor }));
      if (!printed) return reply.code(404).send(refuse('nothing-to-print', { place: 'sitting' }));
      return sendPdf(reply, printed);
    });
  }
}

const Params = z.object({ sitting: z.uuid() });
const Wish = z.object({ language: z.enum(['ar', 'fr']).default('ar'), proposals: z.enum(['shown', 'hidden']).default('hidden') });

type Wished = z.output<typeof Params> & z.output<typeof Wish> & { readonly actor: Actor };
type Printed = { readonly name: string; readonly pdf: Uint8Array };

/** Who prints each paper; nothing where there is none yet, or the asker may not see the sitting. */
const papers: Readonly<Record<PrintedPaper, (house: House, wished: Wished) => Promise<Printed | undefined>>> = {
  minutes: printMinutes,
  agenda: printAs('agenda', (sitting, { language, proposals }) => {
    const agenda = toAgenda(language, sitting, proposals === 'shown');
    return agenda && agendaPdf(agenda);
  }),
  convocations: printAs('convocations', (sitting) => {
    const convocation = toConvocation(sitting);
    return convocation && convocationPdf(convocation);
  }),
  signatures: printAs('signatures', (sitting, { language }) => {
    const signatures = toSignatures(language, sitting);
    return signatures && signaturesPdf(signatures);
  }),
};

function wishOf(request: FastifyRequest): Omit<Wished, 'actor'> | undefined {
  const params = Params.safeParse(request.params).data;
  const wish = Wish.safeParse(request.query).data;
  return params && wish && { ...params, ...wish };
}

async function printMinutes({ desk }: House, { sitting, language, actor }: Wished): Promise<Printed | undefined> {
  const asked = await desk.ask(sealedMinutes, { sitting }, { actor });
  const sealed = asked.ok ? asked.output.sealed : undefined;
  if (!sealed) return undefined;
  const { number, digest } = sealed;
  const pdf = await minutesPdf(toMinutesDocument(language, { minutes: parseMinutes(sealed.minutes), digest }));
  const minutes = { bytes: createHash('sha256').update(pdf).digest('hex'), form: minutesForm() };
  const noted = await desk.do(notePrinting, { sitting, paper: 'minutes', language, minutes }, { actor, key: newId() });
  return noted.ok ? { name: `pv-${number}-${language}`, pdf } : undefined;
}

type Setting = (sitting: SittingToPrint, wished: Wished) => Promise<Uint8Array> | undefined;

/** A paper of a sitting as things stand now. */
function printAs(paper: PrintedPaper, set: Setting) {
  return async ({ desk }: House, wished: Wished): Promise<Printed | undefined> => {
    const { sitting, language, actor } = wished;
    const asked = await desk.ask(sittingToPrint, { sitting }, { actor });
    const found = asked.ok ? asked.output.sitting : undefined;
    const pdf = found && (await set(found, wished));
    if (!pdf) return undefined;
    const noted = await desk.do(notePrinting, { sitting, paper, language }, { actor, key: newId() });
    return noted.ok ? { name: `${paper}-${found.number}-${language}`, pdf } : undefined;
  };
}

function sendPdf(reply: FastifyReply, { name, pdf }: Printed): FastifyReply {
  return reply.header('content-disposition', `inline; filename="${name}.pdf"`).type('application/pdf').send(Buffer.from(pdf));
}
