import type { FastifyReply, FastifyRequest } from 'fastify';
import { fileNumbered } from '#modules/applications';
import type { Language } from '#platform/i18n';
import { findSession } from '../../server/identity.ts';
import type { Portal } from './portal.ts';

export type OfFile = { Params: { number: string } };
export type Asking = {
  readonly portal: Portal;
  readonly language: Language;
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
};

export type FoundFile = { readonly id: string; readonly territory: string };

/** The file that this browser has shown its family's right to, when it is the one asked for. */
export function provenFile({ proofs }: Portal, request: FastifyRequest, number: string): FoundFile | undefined {
  const proof = proofs.find(request);
  return proof?.number === number ? { id: proof.application, territory: proof.territory } : undefined;
}

/** An agent sees the page that a family of the jurisdiction sees, to answer it over the counter. */
export async function fileOfAgent({ house }: Portal, request: FastifyRequest, number: string): Promise<FoundFile | undefined> {
  const session = await findSession(house, request);
  if (!session) return undefined;
  const outcome = await house.desk.ask(fileNumbered, { number: number.slice(0, 40) }, { actor: session.actor });
  return outcome.ok ? outcome.output.file : undefined;
}
