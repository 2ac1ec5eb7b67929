import { z } from 'zod';
import { type DeedContext, defineAction } from '#platform/actions';
import { digestOf, type Json } from '#platform/canonical-json';
import { languageCodes } from '#platform/i18n';
import { refuse } from '#platform/refusals';
import { type Answers, nameOfStep, pageCalled, readPage, type Situation, stepsOf, valueAt } from '../model/form/index.ts';
import { findDraftForUpdate, noteBirthDate, updateDraft } from '../store/drafts.ts';
import type { DraftRow } from '../store/tables.ts';

const MOST_PEOPLE = 60;
const Step = z.object({ page: z.string().max(40), ref: z.int().min(2).max(MOST_PEOPLE).optional() });
const Typed = z.record(z.string().max(80), z.union([z.string().max(2_000), z.array(z.string().max(200)).max(60)]));

/**
 * Saves one answered page of a draft, as it was typed: the form's own rules read it, so that nothing is stored that they would refuse. A
 * page about the person who follows the last one adds that person.
 */
export const saveAnswers = defineAction({
  name: 'applications.save-answers',
  summary: 'Save one answered page of a draft',
  permission: 'citizen:apply',
  input: z.object({ draft: z.uuid(), step: Step, typed: Typed, language: z.enum(languageCodes) }),
  output: z.object({ saved: z.string() }),
  refusals: ['draft-not-found', 'draft-submitted', 'step-not-asked', 'wrong-answers'],
  internal: true,
  async run(context, { draft: id, step, typed, language }) {
    const draft = await findDraftForUpdate(context.tx, id);
    if (!draft) return refuse('draft-not-found', { place: 'draft' });
    if (draft.application_id !== null) return refuse('draft-submitted', { place: 'draft' });
    const situation = situationFor(draft.answers, step.ref, context);
    const page = pageCalled(step.page);
    const isAsked = stepsOf(situation).some((one) => one.page.key === step.page && one.ref === step.ref);
    if (!page || !isAsked) return refuse('step-not-asked', { place: 'step' });
    const read = readPage(page, typed, situation);
    if ('faults' in read) return refuse('wrong-answers', { place: read.faults[0]?.key ?? step.page });
    await keep(context, draft, { answers: read.answers, saved: nameOfStep({ page, ref: step.ref }), language });
    return { saved: nameOfStep({ page, ref: step.ref }) };
  },
});

/** The answers as a page sees them: the person it adds stands there already, without answers. */
function situationFor(answers: Answers, ref: number | undefined, { today }: DeedContext): Situation {
  const isNext = ref === answers.members.length + 1;
  const members = isNext ? [...answers.members, {}] : answers.members;
  return { answers: { ...answers, members }, today, ...(ref === undefined ? {} : { ref }) };
}

type Saving = { readonly answers: Answers; readonly saved: string; readonly language: DraftRow['language'] };

async function keep(context: DeedContext, draft: DraftRow, { answers, saved, language }: Saving): Promise<void> {
  await updateDraft(context.tx, draft.id, {
    answers,
    answered: [...new Set([...draft.answered, saved])],
    last_step: saved,
    saved_at: context.now.toString(),
    language,
  });
  const birth = valueAt(answers.members[0] ?? {}, 'birth_date');
  // Only what the family itself has answered proves who it is: an age carried over from the simulator does not.
  if (saved === 'birth') await noteBirthDate(context.tx, draft.code_digest, typeof birth === 'string' ? birth : null);
  context.journal({
    subject: `draft:${draft.id}`,
    territory: draft.territory,
    before: digestOf(draft.answers as Json),
    after: digestOf(answers as Json),
  });
}
