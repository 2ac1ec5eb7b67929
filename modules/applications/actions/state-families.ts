import { lawAt } from '#law';
import { type HouseholdStatement, recordHouseholds } from '#modules/registry';
import type { DeedContext } from '#platform/actions';
import type { ApplicationRow } from '../store/tables.ts';

type StatingFile = Pick<ApplicationRow, 'id' | 'territory' | 'filed_on' | 'declaration'>;

/** Enters in the register what these requests state of their families, or what they state now when they have been corrected. */
export async function stateFamilies(context: DeedContext, files: readonly StatingFile[]): Promise<void> {
  const { childAge, studentAge } = lawAt(context.today.toString()).household;
  await recordHouseholds(context, files.map(toStatement), { dependent: childAge.value, studying: studentAge.value });
}

/** What was not declared is read as the law's default for the question of who belongs to the household: no income, no studies, no handicap. */
export function toStatement(file: StatingFile): HouseholdStatement {
  return {
    requestId: file.id,
    territory: file.territory,
    statedOn: file.filed_on,
    members: file.declaration.members.map((member) => ({
      ref: member.ref,
      relation: member.relation,
      birthDate: member.birth_date,
      maritalStatus: member.marital_status ?? 'single',
      schooling: member.schooling ?? 'none',
      earns: member.earns ?? false,
      disabled: member.disabled ?? false,
      sex: member.sex,
      names: member.names,
      cnie: member.cnie,
    })),
  };
}
