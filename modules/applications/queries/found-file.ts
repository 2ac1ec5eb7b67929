import { z } from 'zod';
import { personsByName } from '#modules/registry';
import type { QuestionContext } from '#platform/actions';
import { type State, states } from '../model/lifecycle.ts';
import type { BriefFile } from '../store/finding.ts';

export const StateName = z.enum(Object.keys(states) as [State, ...State[]]);
const ScriptName = z.object({ family: z.string(), given: z.string() });
export const Names = z.object({ fr: ScriptName.optional(), ar: ScriptName.optional() });

/** Somebody of a family, by whom its file was found. */
export const Person = z.object({ names: Names, birthDate: z.iso.date(), cnie: z.string().optional() });

/** A file as a list shows it. */
export const Brief = z.object({
  id: z.string(),
  number: z.string(),
  kind: z.string(),
  state: StateName,
  since: z.string(),
  territory: z.string(),
  filedOn: z.iso.date(),
  names: Names,
  birthDate: z.iso.date(),
});

export function toBrief(row: BriefFile): z.input<typeof Brief> {
  return {
    ...{ id: row.id, number: row.number, kind: row.kind, state: row.state, since: row.since, territory: row.territory },
    ...{ filedOn: row.filed_on, names: row.head_names, birthDate: row.head_birth_date },
  };
}

/** Persons who bear a name, by the register's own search: the closest first. */
export function bearersOf(context: QuestionContext, sought: z.input<typeof personsByName.input>) {
  return personsByName.run(context, personsByName.input.parse(sought)).then((found) => personsByName.output.parse(found));
}
