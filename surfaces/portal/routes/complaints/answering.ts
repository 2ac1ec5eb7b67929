import type { FastifyReply, FastifyRequest } from 'fastify';
import { answerComplaint, type WholeComplaint } from '#modules/complaints';
import { today } from '#platform/clock';
import { translator } from '#platform/i18n';
import { newId } from '#platform/ids';
import { formatGrouped, normaliseTyped } from '#platform/numbers';
import { findSession } from '../../../server/identity.ts';
import { type AnswerError, type AnswerFormView, LONGEST_ANSWER } from '../../pages/complaints/answer-form.tsx';
import { renderComplaint } from '../../pages/complaints/complaint.tsx';
import { paths, placeOf } from '../../place.ts';
import { toComplaintView } from '../../views/complaints.ts';
import { fieldOf, goTo, sendPage } from '../answers.ts';
import type { Portal, RoutesInLanguage } from '../portal.ts';
import { ofAgent } from './who-may-read.ts';

/** A post answers a complaint on the page on which its author follows it. */
export const answeringRoutes: RoutesInLanguage = (app, portal, language) => {
  app.post<{ Params: { number: string } }>('/complaint/:number/answer', { bodyLimit: 65_536 }, async (request, reply) => {
    // A form that another site sends comes without a session.
    const session = await findSession(portal.house, request);
    if (!session) return goTo(reply, `/${language}${paths.signIn}`);
    const number = normaliseTyped(request.params.number).slice(0, 40);
    const complaint = await ofAgent(portal, request, number);
    if (!complaint || !session.actor.permissions.has('complaints:answer')) return goTo(reply, `/${language}${paths.post}`);
    const words = fieldOf(request.body, 'answer').replaceAll('\r\n', '\n');
    const refuse = (error: AnswerError, status: number): FastifyReply => {
      const answering = { ...formOf(complaint, words.slice(0, LONGEST_ANSWER * 2)), error };
      const view = { ...toComplaintView(language, complaint, today(portal.house.clock)), answering };
      return sendPage(reply, renderComplaint(placeOf(language, paths.oneComplaint(number)), view), { status, personal: true });
    };
    const answer = words.trim();
    if (answer === '' || answer === startOf(complaint).trim()) return refuse('missing', 422);
    if (answer.length > LONGEST_ANSWER) return refuse('too-long', 422);
    const input = { complaint: complaint.id, answer };
    const outcome = await portal.house.desk.do(answerComplaint, input, { actor: session.actor, key: newId() });
    return outcome.ok ? goTo(reply, `/${language}${paths.oneComplaint(number)}`) : refuse('answered', 409);
  });
};

/** The form for whoever is signed in to a post that answers, while the complaint waits. */
export async function answerFormFor(
  portal: Portal,
  request: FastifyRequest,
  complaint: WholeComplaint,
): Promise<AnswerFormView | undefined> {
  if (complaint.state !== 'received') return undefined;
  const session = await findSession(portal.house, request);
  if (!session?.actor.permissions.has('complaints:answer')) return undefined;
  return (await ofAgent(portal, request, complaint.number)) && formOf(complaint, startOf(complaint));
}

function formOf({ number, language, phone }: WholeComplaint, words: string): AnswerFormView {
  return { number, language, words, ...(phone === null ? {} : { phone }) };
}

/** The greeting, the subject and the way to go on, in the author's own language; what happened stands in between. */
function startOf({ number, subject, language }: WholeComplaint): string {
  const say = translator(language);
  const facts = { number: formatGrouped(number), subject: say(`portal.complaints.subject.${subject}`) };
  return `${say('portal.complaints.answer.start', facts)}\n\n\n\n${say('portal.complaints.answer.end')}`;
}
