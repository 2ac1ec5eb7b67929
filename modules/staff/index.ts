import { appointAgent } from './actions/appoint-agent.ts';
import { deactivateAgent, reactivateAgent } from './actions/close-account.ts';
import { endPostOfAgent } from './actions/end-post.ts';
import { givePostToAgent } from './actions/give-post.ts';
import { endLoanOfPost, lendPostToAgent } from './actions/lend-post.ts';
import { endAbsenceOfAgent, noteAbsenceOfAgent } from './actions/note-absence.ts';
import { resetPasswordOfAgent, resetSecondFactorOfAgent } from './actions/reset-secrets.ts';
import { agentsOfJurisdiction, oneAgent, replacements } from './queries/agents.ts';
import { holderOfRole } from './queries/holder-of-role.ts';
import { journal, readersOfFile, readings } from './queries/journal.ts';
import { type DeedsAndQuestions, permissionMatrix } from './queries/permission-matrix.ts';
import { myPosts } from './queries/posts-of-agent.ts';

export { changePassword } from './actions/change-password.ts';
export { beginSecondFactor, type SecondFactorToEnrol } from './actions/enrol-second-factor.ts';
export { type Appointment, enterAgent } from './actions/enter-agent.ts';
export { type ProveInPerson, type ProvenInPerson, proveInPerson, spendInPerson } from './actions/prove-in-person.ts';
export {
  actorOf,
  type Credentials,
  findSignedIn,
  type SignedIn,
  type SignInParts,
  type SignInRefusal,
  signIn,
  signOut,
} from './actions/sign-in.ts';
export { REST_MINUTES } from './model/lockout.ts';
export { isRole, permissionsOf, type Role, roles } from './model/roles.ts';
export { findAgentAtPost } from './queries/agent-at-post.ts';
export { findAgentsByLogin, loginsOf, type NamedAgent } from './store/names.ts';
export { CAST_PASSWORD, type CastMember, cast } from './testing/cast.ts';
export { seatCast } from './testing/seat-cast.ts';
export { holderOfRole, myPosts, readersOfFile, readings };

/** Who works for the scheme. `list` tells every deed and question of the house, for the matrix of permissions. */
export function staff(list: DeedsAndQuestions) {
  return {
    name: 'staff',
    actions: [
      appointAgent,
      givePostToAgent,
      endPostOfAgent,
      lendPostToAgent,
      endLoanOfPost,
      noteAbsenceOfAgent,
      endAbsenceOfAgent,
      deactivateAgent,
      reactivateAgent,
      resetPasswordOfAgent,
      resetSecondFactorOfAgent,
    ],
    queries: [
      holderOfRole,
      myPosts,
      agentsOfJurisdiction,
      oneAgent,
      replacements,
      journal,
      readings,
      readersOfFile,
      permissionMatrix(list),
    ],
    jobs: [],
  } as const;
}
