import { form } from '#modules/applications';
import type { PlainDate } from '#platform/dates';

/** What an agent typed so far: texts by step and field, as the keys write them. `people` counts everybody, the head too. */
export type Typed = {
  readonly people: number;
  readonly texts: Readonly<Record<string, Readonly<Record<string, string | readonly string[]>>>>;
};

export type EntryFault = { readonly step: string; readonly key: string; readonly fault: string };

/** One question of one step, where it stands on the page. */
export type EntryStep = {
  readonly name: string;
  readonly page: form.FormPage;
  readonly ref: number | undefined;
  readonly fields: readonly form.Field[];
};

export type Entry = {
  readonly answers: form.Answers;
  readonly steps: readonly EntryStep[];
  /** Everything that is missing or wrong, in the order of the page. */
  readonly faults: readonly EntryFault[];
};

export const nothingTyped: Typed = { people: 1, texts: {} };

/**
 * Reads what was typed, field by field: a fault in one hides no other, and whoever is asked what follows from the answers so far. The rules are
 * those of the form, on line and on paper.
 */
export function readEntry(typed: Typed, today: PlainDate): Entry {
  let answers: form.Answers = { members: Array.from({ length: typed.people }, () => ({})) };
  const faults: EntryFault[] = [];
  const steps: EntryStep[] = [];
  for (const page of form.formPages) {
    for (const ref of refsOf(page, typed.people)) {
      const situation = () => ({ answers, today, ...(ref === undefined ? {} : { ref }) });
      if (page.isShown?.(situation()) === false) continue;
      const name = ref === undefined ? page.key : `${page.key}/${ref}`;
      const read = readStep({ page, texts: typed.texts[name] ?? {} }, situation());
      answers = read.answers;
      faults.push(...read.faults.map((fault) => ({ step: name, ...fault })));
      steps.push({ name, page, ref, fields: form.fieldsShown(page, situation()) });
    }
  }
  return { answers, steps: byPeople(steps), faults };
}

type Asked = { readonly page: form.FormPage; readonly texts: Readonly<Record<string, string | readonly string[]>> };

function readStep({ page, texts }: Asked, situation: form.Situation) {
  const given = withDates(page, texts);
  let { answers } = situation;
  const faults: { key: string; fault: string }[] = [];
  for (const field of page.fields) {
    const { faultsBetween: _between, ...alone } = page;
    const read = form.readPage({ ...alone, fields: [field] }, given, { ...situation, answers });
    if ('answers' in read) answers = read.answers;
    else faults.push(...read.faults);
  }
  if (faults.length > 0 || page.faultsBetween === undefined) return { answers, faults };
  const whole = form.readPage(page, given, { ...situation, answers });
  return { answers, faults: 'faults' in whole ? whole.faults : [] };
}

/** A date is one field here: `31031985`, `31 3 1985`, `31/3/85`; the form has three. */
function withDates(page: form.FormPage, texts: Asked['texts']): Asked['texts'] {
  const dates = page.fields.filter(({ kind }) => kind === 'date').map(({ key }) => key);
  const parts = dates.flatMap((key) => {
    const [day = '', month = '', year = ''] = splitDate(String(texts[key] ?? ''));
    return [
      [`${key}-day`, day],
      [`${key}-month`, month],
      [`${key}-year`, year],
    ];
  });
  return { ...texts, ...Object.fromEntries(parts) };
}

export function splitDate(text: string): readonly string[] {
  const digits = text.trim();
  if (/^\d{8}$/.test(digits)) return [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
  return digits.split(/\D+/).filter((part) => part !== '');
}

function refsOf(page: form.FormPage, people: number): readonly (number | undefined)[] {
  return page.isAboutPerson ? Array.from({ length: people - 1 }, (_, index) => index + 2) : [undefined];
}

/** All about one person stands together, as on paper, where the form goes page by page. */
function byPeople(steps: readonly EntryStep[]): readonly EntryStep[] {
  const first = steps.findIndex(({ ref }) => ref !== undefined);
  if (first === -1) return steps;
  const about = steps.filter(({ ref }) => ref !== undefined).sort((a, b) => (a.ref ?? 0) - (b.ref ?? 0));
  const others = steps.filter(({ ref }) => ref === undefined);
  return [...others.slice(0, first), ...about, ...others.slice(first)];
}
