import type { FastifyRequest } from 'fastify';
import { complaintNumbered, type WholeComplaint } from '#modules/complaints';
import { type Actor, scopeOf } from '#platform/permissions';
import { findSession } from '../../../server/identity.ts';
import type { Portal } from '../portal.ts';

/** The complaint that this browser was given the code of, or one about the request it has shown a right to. */
export async function complaintOfAuthor(
  portal: Portal,
  request: FastifyRequest,
  number: string,
): Promise<WholeComplaint | undefined> {
  const pass = portal.complaintPasses.find(request);
  if (pass?.number === number) return read(portal, number, readerAt(pass.territory));
  return ofProvenRequest(portal, request, number);
}

/** Reads the complaints of one place and changes nothing. */
function readerAt(territory: string): Actor {
  return { id: 'public', permissions: new Set(['complaints:read']), scopes: [scopeOf(territory)] };
}

async function read(portal: Portal, number: string, actor: Actor): Promise<WholeComplaint | undefined> {
  const outcome = await portal.house.desk.ask(complaintNumbered, { number }, { actor });
  return outcome.ok ? outcome.output.complaint : undefined;
}

/** Who has shown a right to a request reads the complaints about it, and about no other. */
async function ofProvenRequest(portal: Portal, request: FastifyRequest, number: string): Promise<WholeComplaint | undefined> {
  const proof = portal.proofs.find(request);
  const found = proof && (await read(portal, number, readerAt(proof.territory)));
  return found?.application_id === proof?.application ? found : undefined;
}

export async function ofAgent(portal: Portal, request: FastifyRequest, number: string): Promise<WholeComplaint | undefined> {
  const session = await findSession(portal.house, request);
  return session && read(portal, number, session.actor);
}
