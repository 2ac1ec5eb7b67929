import { type Refusal, refuse } from '#platform/refusals';

/** What an enquiry looks at. Its words: `commissions.point.<point>`. */
export const points = ['dwelling', 'persons', 'resources', 'land-and-livestock', 'other'] as const;
export type Point = (typeof points)[number];

/** What was found of a point. Its words: `commissions.finding.<found>`. */
export const foundCodes = ['as-declared', 'not-as-declared', 'not-seen'] as const;
export type Found = (typeof foundCodes)[number];

export type Finding = { readonly point: Point; readonly found: Found; readonly words?: string | undefined };

/** The answer as it is kept: each point, who was met, on which day. */
export type Findings = { readonly points: readonly Finding[]; readonly met: string; readonly visitedOn: string };

export type DueRefusal = 'day-past' | 'due-too-late';

/** The day an enquiry is due: the one asked for, within what the law allows from today, else the day that the law calls normal. */
export function decideDue(
  asked: string | undefined,
  { today, normal, latest }: { readonly today: string; readonly normal: string; readonly latest: string },
): string | Refusal<DueRefusal> {
  if (asked === undefined) return normal;
  if (asked < today) return refuse('day-past', { place: 'dueOn', facts: { day: asked } });
  return asked > latest ? refuse('due-too-late', { place: 'dueOn', facts: { day: latest } }) : asked;
}

export type AnswerRefusal = 'points-missing' | 'visit-not-possible';

/** Whether an answer answers: each point that was asked once, seen on a day between the asking and today. */
export function decideAnswer(
  asked: { readonly points: readonly Point[]; readonly askedOn: string },
  answer: Findings,
  today: string,
): Refusal<AnswerRefusal> | undefined {
  const told = new Set(answer.points.map(({ point }) => point));
  const missing = asked.points.filter((point) => !told.has(point));
  if (missing.length > 0 || told.size !== answer.points.length)
    return refuse('points-missing', { place: 'findings', facts: { missing: missing.length } });
  if (answer.visitedOn > today || answer.visitedOn < asked.askedOn)
    return refuse('visit-not-possible', { place: 'visitedOn', facts: { from: asked.askedOn, to: today } });
  return undefined;
}
