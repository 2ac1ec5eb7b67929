import { form } from '#modules/applications';
import { loadTerritory, type Milieu } from '#modules/territory';
import { addMonths, type PlainDate, toDate, toIsoDate } from '#platform/dates';

/** Any day does: what counts is the age on it. */
const today: PlainDate = toDate('2026-11-26');

const OLDEST = 100;

export type Ages = { readonly from?: number; readonly until?: number };

/**
 * On line a question appears for whom it is meant; paper must say for whom. This asks the catalogue itself, age by age, so that the two
 * never differ. A question for everybody has neither a first age nor a last.
 */
export function agesAsked({ isShown }: form.Field): Ages {
  if (!isShown) return {};
  const asked = Array.from({ length: OLDEST + 1 }, (_, age) => age).filter((age) => isShown(situation, personAged(age)));
  const [from = 0, until = OLDEST] = [asked[0], asked.at(-1)];
  return { ...(from > 0 ? { from } : {}), ...(until < OLDEST ? { until } : {}) };
}

/** Whether a page is for town, for the country, or for both. */
export function placesAsked({ isShown }: form.FormPage): Milieu | 'everywhere' {
  const asked = (['urban', 'rural'] as const).filter((milieu) => isShown?.(livingIn(milieu)) ?? true);
  return asked.length === 1 && asked[0] ? asked[0] : 'everywhere';
}

const situation: form.Situation = { answers: form.noAnswers, today, ref: 1 };

function personAged(age: number) {
  return { birth_date: toIsoDate(addMonths(today, -12 * age)) };
}

function livingIn(milieu: Milieu): form.Situation {
  const commune = loadTerritory().communes.find((one) => one.milieu === milieu);
  return { ...situation, answers: { ...form.noAnswers, commune: commune?.code } };
}
