import { z } from 'zod';
import { lawAt } from '#law';
import { type HouseholdStatement, recordHouseholds } from '#modules/registry';
import { defineAction } from '#platform/actions';
import { listApplications } from '../store/applications.ts';
import { moveApplications } from '../store/move.ts';
import type { ApplicationRow } from '../store/tables.ts';

/**
 * Accepts the papers of filed requests and opens their checks: the families enter the register and the partners are asked. For a batch the
 * sending office vouches for the papers; at a counter an agent does. Files that are no longer filed are left as they are.
 */
export const openChecking = defineAction({
  name: 'applications.open-checking',
  summary: 'Accept the papers of filed requests and have the partners asked',
  permission: 'applications:check-papers',
  input: z.object({ applications: z.array(z.uuid()).min(1).max(2_000) }),
  output: z.object({ applications: z.array(z.string()) }),
  refusals: [],
  async run(context, input) {
    const moved = await moveApplications(
      context,
      'accept-papers',
      input.applications.map((id) => ({ id })),
    );
    const files = await listApplications(
      context.tx,
      moved.map((file) => file.id),
    );
    const { childAge, studentAge } = lawAt(context.today.toString()).household;
    await recordHouseholds(context, files.map(toStatement), { dependent: childAge.value, studying: studentAge.value });
    const applications = moved.map((file) => file.id);
    if (applications.length > 0) context.emit('applications.checking-opened', { applications });
    return { applications };
  },
});

/** What was not declared is read as the law's default for the question of who belongs to the household: no income, no studies, no handicap. */
export function toStatement(file: Pick<ApplicationRow, 'id' | 'territory' | 'filed_on' | 'declaration'>): HouseholdStatement {
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
